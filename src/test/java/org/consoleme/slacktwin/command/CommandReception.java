package org.consoleme.slacktwin.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;
import org.consoleme.slacktwin.api.ApiRefusal;
import org.consoleme.slacktwin.api.MessageArguments;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.Post;
import org.consoleme.slacktwin.workspace.Workspace;

/**
 * The answer to a slash command: a message, if it says anything.
 *
 * @param line what was typed
 */
record CommandReception(Workspace workspace, String user, String channel, String line)
        implements Reception {

    @Override
    public Supplier<Optional<Message>> taken(AppReply reply) {
        ObjectNode json = reply.json().orElseGet(Json::object);
        MessageArguments message =
                json.isEmpty()
                        ? MessageArguments.of(reply.body().strip())
                        : MessageArguments.of(json);
        boolean silent = message.empty() || reply.body().strip().equals("{}");
        return () -> silent ? Optional.empty() : Optional.of(show(message, json));
    }

    private Message show(MessageArguments message, ObjectNode json) {
        Post post =
                Post.to(
                        channel,
                        workspace.bot().id(),
                        message.content(CommandSender.ACKNOWLEDGEMENT));
        if (json.path("response_type").asText().equals("in_channel")) {
            workspace.messages().post(typed());
            return workspace.messages().post(post);
        }
        return workspace.messages().post(post.onlyFor(user));
    }

    private Post typed() {
        return Post.to(channel, user, MessageArguments.of(line).content("typed"));
    }

    @Override
    public Optional<Message> failed(String error) {
        int space = line.indexOf(' ');
        String command = space < 0 ? line : line.substring(0, space);
        return new ClickReception(workspace, user, channel, command).failed(error);
    }

    @Override
    public String refused(ApiRefusal refusal) {
        return "invalid_command_response";
    }
}
