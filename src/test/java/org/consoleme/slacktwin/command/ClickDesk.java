package org.consoleme.slacktwin.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackUser;

/**
 * Writes the payload of a click in a message, with all of the fields that Slack sends. The {@code
 * message} is left out for an ephemeral one, so that no app comes to rely on it.
 *
 * @see <a
 *     href="https://docs.slack.dev/reference/interaction-payloads/block_actions-payload">block_actions
 *     payloads</a>
 */
public final class ClickDesk {

    private final Payloads payloads;
    private final ResponseUrls responseUrls;

    public ClickDesk(Payloads payloads, ResponseUrls responseUrls) {
        this.payloads = payloads;
        this.responseUrls = responseUrls;
    }

    /** Drafts a click on a button of a message. */
    public CommandDraft draft(SlackUser user, Channel channel, Message message, Button button) {
        ObjectNode payload = payloads.start("block_actions", user);
        ObjectNode container =
                payload.putObject("container")
                        .put("type", "message")
                        .put("message_ts", message.ts())
                        .put("channel_id", channel.id())
                        .put("is_ephemeral", message.ephemeral());
        message.threadTs().ifPresent(t -> container.put("thread_ts", t));
        payload.put("trigger_id", payloads.workspace().triggers().mint(user.id()));
        putChannel(payload, channel);
        if (!message.ephemeral()) {
            payload.set("message", payloads.message(message));
        }
        payload.putObject("state").putObject("values");
        payload.put("response_url", responseUrls.mint(channel.id(), user.id(), message.ts()));
        payload.putArray("actions").add(action(button, payloads.now()));
        return payloads.draft(
                payload,
                channel.id(),
                new ClickReception(
                        payloads.workspace(),
                        user.id(),
                        channel.id(),
                        "The button \"" + button.label() + "\""));
    }

    static void putChannel(ObjectNode payload, Channel channel) {
        payload.putObject("channel").put("id", channel.id()).put("name", channel.nameInCommands());
    }

    /**
     * The action of a button.
     *
     * @param at when it was clicked, in Slack's form
     */
    public static ObjectNode action(Button button, String at) {
        JsonNode element = button.element();
        ObjectNode action =
                Json.object()
                        .put("action_id", button.actionId())
                        .put("block_id", button.blockId())
                        .put("type", element.path("type").asText());
        for (String field : new String[] {"text", "value", "style", "url"}) {
            if (element.has(field)) {
                action.set(field, element.path(field));
            }
        }
        return action.put("action_ts", at);
    }
}
