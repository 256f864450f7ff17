package org.consoleme.slacktwin.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackUser;

/**
 * Writes the payload of a shortcut: a global one, or one on a message. Unlike all others it does
 * not name the app.
 *
 * @see <a
 *     href="https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload">shortcuts
 *     payloads</a>
 */
public final class ShortcutDesk {

    private final Payloads payloads;
    private final ResponseUrls responseUrls;

    public ShortcutDesk(Payloads payloads, ResponseUrls responseUrls) {
        this.payloads = payloads;
        this.responseUrls = responseUrls;
    }

    /**
     * Drafts a global shortcut, which knows no channel and has no {@code response_url}.
     *
     * @param seenIn where a failure is told
     */
    public CommandDraft global(SlackUser user, Channel seenIn, String callbackId) {
        ObjectNode payload = start("shortcut", user, callbackId);
        payload.withObject("/user").remove("name");
        return payloads.draft(payload, "", reception(user, seenIn, callbackId));
    }

    /** Drafts a shortcut on a message. */
    public CommandDraft onMessage(
            SlackUser user, Channel channel, String callbackId, Message message) {
        ObjectNode payload = start("message_action", user, callbackId);
        payload.withObject("/user").remove("username");
        ClickDesk.putChannel(payload, channel);
        payload.put("message_ts", message.ts());
        payload.set("message", payloads.message(message));
        payload.put("response_url", responseUrls.mint(channel.id(), user.id(), message.ts()));
        return payloads.draft(payload, channel.id(), reception(user, channel, callbackId));
    }

    private ObjectNode start(String type, SlackUser user, String callbackId) {
        ObjectNode payload = payloads.start(type, user);
        payload.remove("api_app_id");
        return payload.put("action_ts", payloads.now())
                .put("callback_id", callbackId)
                .put("trigger_id", payloads.workspace().triggers().mint(user.id()));
    }

    private Reception reception(SlackUser user, Channel channel, String callbackId) {
        return new ClickReception(
                payloads.workspace(),
                user.id(),
                channel.id(),
                "The shortcut \"" + callbackId + "\"");
    }
}
