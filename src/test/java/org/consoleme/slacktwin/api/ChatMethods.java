package org.consoleme.slacktwin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.Post;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.Workspace;

/** {@code chat.*}: what the bot writes. */
final class ChatMethods {

    /** Characters of {@code text} that an update may have; a post may have ten times as many. */
    private static final int UPDATE_TEXT = 4000;

    private final Workspace workspace;
    private final MessageJson json;
    private final String url;

    ChatMethods(Workspace workspace, MessageJson json, String url) {
        this.workspace = workspace;
        this.json = json;
        this.url = url;
    }

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.scoped("chat.postMessage", "chat:write", this::postMessage),
                ApiMethod.scoped("chat.postEphemeral", "chat:write", this::postEphemeral),
                ApiMethod.scoped("chat.update", "chat:write", this::update),
                ApiMethod.scoped("chat.delete", "chat:write", this::delete),
                ApiMethod.open("chat.getPermalink", this::permalink));
    }

    private ObjectNode postMessage(Arguments arguments) {
        Channel channel = writable(arguments);
        Message message =
                workspace
                        .messages()
                        .post(
                                Post.to(channel.id(), bot(), content(arguments, "chat.postMessage"))
                                        .in(arguments.text("thread_ts")));
        return about(message).set("message", json.draw(message));
    }

    private ObjectNode postEphemeral(Arguments arguments) {
        Channel channel = writable(arguments);
        String user = arguments.required("user", "invalid_arguments");
        if (!channel.has(user)) {
            throw new ApiRefusal("user_not_in_channel");
        }
        Message message =
                workspace
                        .messages()
                        .post(
                                Post.to(
                                                channel.id(),
                                                bot(),
                                                content(arguments, "chat.postEphemeral"))
                                        .in(arguments.text("thread_ts"))
                                        .onlyFor(user));
        return Json.object().put("message_ts", message.ts());
    }

    /**
     * Blocks go when text comes alone, and stay when neither comes; ephemeral messages cannot be
     * updated.
     */
    private ObjectNode update(Arguments arguments) {
        Message before = own(arguments, "cant_update_message");
        MessageArguments sent = MessageArguments.of(arguments);
        if (sent.text().length() > UPDATE_TEXT) {
            throw new ApiRefusal("msg_too_long");
        }
        if (sent.text().isEmpty() && !sent.hasBlocks()) {
            throw new ApiRefusal("no_text");
        }
        Message after =
                workspace
                        .messages()
                        .rewrite(before.channel(), before.ts(), sent.content("chat.update"))
                        .orElseThrow(() -> new ApiRefusal("message_not_found"));
        return about(after).put("text", after.text()).set("message", json.draw(after));
    }

    private ObjectNode delete(Arguments arguments) {
        Message message = own(arguments, "cant_delete_message");
        workspace.messages().delete(message.channel(), message.ts());
        return about(message);
    }

    private ObjectNode permalink(Arguments arguments) {
        Channel channel = visible(arguments);
        Message message = posted(channel, arguments, "message_ts");
        String place = channel.id() + "/p" + message.ts().replace(".", "");
        return Json.object()
                .put("channel", channel.id())
                .put("permalink", url + "/archives/" + place);
    }

    /** A channel that the bot sees; a private one that it has left is gone for it. */
    private Channel visible(Arguments arguments) {
        return workspace
                .channels()
                .find(arguments.required("channel", "channel_not_found"))
                .filter(c -> c.kind() == Channel.Kind.PUBLIC || c.has(bot()))
                .orElseThrow(() -> new ApiRefusal("channel_not_found"));
    }

    private Message posted(Channel channel, Arguments arguments, String name) {
        return workspace
                .messages()
                .find(channel.id(), arguments.required(name, "message_not_found"))
                .filter(m -> !m.ephemeral())
                .orElseThrow(() -> new ApiRefusal("message_not_found"));
    }

    private Message own(Arguments arguments, String errorIfAnothers) {
        Channel channel = visible(arguments);
        if (channel.is(Channel.Flag.ARCHIVED)) {
            throw new ApiRefusal("is_inactive");
        }
        Message message = posted(channel, arguments, "ts");
        if (!message.author().equals(bot())) {
            throw new ApiRefusal(errorIfAnothers);
        }
        return message;
    }

    /** The channel to write to; a person's id stands for the direct message with them. */
    private Channel writable(Arguments arguments) {
        String reference = arguments.required("channel", "channel_not_found");
        Channel channel =
                workspace
                        .channels()
                        .findByIdOrName(reference)
                        .or(() -> workspace.people().find(reference).map(this::directWith))
                        .orElseThrow(() -> new ApiRefusal("channel_not_found"));
        if (!channel.has(bot())) {
            boolean visible = channel.kind() == Channel.Kind.PUBLIC;
            throw new ApiRefusal(visible ? "not_in_channel" : "channel_not_found");
        }
        if (channel.is(Channel.Flag.ARCHIVED)) {
            throw new ApiRefusal("is_archived");
        }
        return channel;
    }

    private Channel directWith(SlackUser user) {
        if (user.is(SlackUser.Flag.DELETED)) {
            throw new ApiRefusal("channel_not_found");
        }
        return workspace.channels().openDirect(List.of(bot(), user.id()));
    }

    private static Message.Content content(Arguments arguments, String via) {
        MessageArguments sent = MessageArguments.of(arguments);
        if (sent.empty()) {
            throw new ApiRefusal("no_text");
        }
        return sent.content(via);
    }

    private static ObjectNode about(Message message) {
        return Json.object().put("channel", message.channel()).put("ts", message.ts());
    }

    private String bot() {
        return workspace.bot().id();
    }
}
