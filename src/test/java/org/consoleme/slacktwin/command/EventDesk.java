package org.consoleme.slacktwin.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackUser;

/**
 * Writes events, as the Events API sends them.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/">Events API</a>
 */
public final class EventDesk {

    private final Payloads payloads;

    public EventDesk(Payloads payloads) {
        this.payloads = payloads;
    }

    /**
     * Drafts any event.
     *
     * @param event its own part, with its {@code type}
     */
    public CommandDraft draft(ObjectNode event) {
        String team = payloads.workspace().team().id();
        ObjectNode body =
                Json.object()
                        .put("token", payloads.app().verificationToken())
                        .put("team_id", team)
                        .put("context_team_id", team)
                        .putNull("context_enterprise_id")
                        .put("api_app_id", payloads.app().appId());
        payloads.workspace()
                .team()
                .enterprise()
                .ifPresent(
                        e ->
                                body.put("context_enterprise_id", e.id())
                                        .put("enterprise_id", e.id()));
        body.set("event", event);
        body.put("type", "event_callback").put("event_id", eventId());
        body.put("event_time", Long.parseLong(payloads.now().replaceFirst("\\..*", "")));
        ObjectNode authorization = body.putArray("authorizations").addObject();
        authorization.set("enterprise_id", body.path("context_enterprise_id"));
        authorization
                .put("team_id", team)
                .put("user_id", payloads.workspace().bot().id())
                .put("is_bot", true)
                .put("is_enterprise_install", false);
        body.put("is_ext_shared_channel", shared(event.path("channel").asText()));
        return payloads.draft(Map.of(), event.path("channel").asText(), Reception.none())
                .json(body);
    }

    private boolean shared(String channel) {
        return payloads.workspace()
                .channels()
                .find(channel)
                .filter(c -> c.is(Channel.Flag.EXT_SHARED))
                .isPresent();
    }

    /**
     * Drafts the word that somebody opened the app's page.
     *
     * @param tab {@code home} or {@code messages}
     */
    public CommandDraft homeOpened(SlackUser user, Channel direct, String tab) {
        ObjectNode event =
                Json.object()
                        .put("type", "app_home_opened")
                        .put("user", user.id())
                        .put("channel", direct.id())
                        .put("tab", tab)
                        .put("event_ts", payloads.now());
        payloads.workspace()
                .views()
                .home(user.id())
                .filter(v -> tab.equals("home"))
                .ifPresent(v -> event.putObject("view").put("id", v.id()).put("type", "home"));
        return draft(event);
    }

    /** Drafts the word that somebody said something, perhaps in a thread. */
    public CommandDraft said(Channel channel, Message message) {
        ObjectNode event =
                Json.object()
                        .put("type", "message")
                        .put("user", message.author())
                        .put("text", message.text())
                        .put("ts", message.ts())
                        .put("channel", channel.id())
                        .put("channel_type", type(channel))
                        .put("event_ts", message.ts());
        message.threadTs().ifPresent(t -> event.put("thread_ts", t));
        return draft(event);
    }

    /** Drafts the word that somebody's account or profile is not as it was. */
    public CommandDraft userChanged(SlackUser user) {
        ObjectNode event = Json.object().put("type", "user_change");
        event.putObject("user")
                .put("id", user.id())
                .put("team_id", user.teamId())
                .put("name", user.handle())
                .put("real_name", user.realName())
                .put("deleted", user.is(SlackUser.Flag.DELETED));
        return draft(event.put("event_ts", payloads.now()));
    }

    /** Drafts the word that a channel was shared with another organization. */
    public CommandDraft shared(Channel channel, String withTeam) {
        return draft(
                Json.object()
                        .put("type", "channel_shared")
                        .put("connected_team_id", withTeam)
                        .put("channel", channel.id())
                        .put("event_ts", payloads.now()));
    }

    /** Drafts the word that a channel is not shared with an organization any more. */
    public CommandDraft unshared(Channel channel, String withTeam) {
        return draft(
                Json.object()
                        .put("type", "channel_unshared")
                        .put("previously_connected_team_id", withTeam)
                        .put("channel", channel.id())
                        .put("is_ext_shared", channel.is(Channel.Flag.EXT_SHARED))
                        .put("event_ts", payloads.now()));
    }

    /** The subscription under which the app hears what is said in a channel. */
    public static String subscription(Channel channel) {
        return "message." + type(channel) + (channel.direct() ? "" : "s");
    }

    private static String type(Channel channel) {
        return switch (channel.kind()) {
            case PUBLIC -> "channel";
            case PRIVATE -> "group";
            case DIRECT -> "im";
            case GROUP_DIRECT -> "mpim";
        };
    }

    private static String eventId() {
        return "Ev"
                + UUID.randomUUID()
                        .toString()
                        .replace("-", "")
                        .substring(0, 9)
                        .toUpperCase(Locale.ROOT);
    }
}
