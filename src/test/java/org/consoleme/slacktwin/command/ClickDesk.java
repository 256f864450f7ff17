package org.consoleme.slacktwin.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackTeam;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.Workspace;

/**
 * Writes the payload of a click on a button, with all of the fields that Slack sends. The {@code
 * message} is left out for an ephemeral one, so that no app comes to rely on it.
 *
 * @see <a
 *     href="https://docs.slack.dev/reference/interaction-payloads/block_actions-payload">block_actions
 *     payloads</a>
 */
public final class ClickDesk {
    private final Workspace workspace;
    private final CommandSender sender;
    private final ResponseUrls responseUrls;
    private final CommandDesk.AppFields app;
    private final Clock clock;

    public ClickDesk(
            Workspace workspace,
            CommandSender sender,
            ResponseUrls responseUrls,
            CommandDesk.AppFields app,
            Clock clock) {
        this.workspace = workspace;
        this.sender = sender;
        this.responseUrls = responseUrls;
        this.app = app;
        this.clock = clock;
    }

    /** Drafts a click on a button of a message. */
    public CommandDraft draft(SlackUser user, Channel channel, Message message, Button button) {
        String responseUrl = responseUrls.mint(channel.id(), user.id(), message.ts());
        ObjectNode payload =
                Json.object().put("type", "block_actions").put("token", app.verificationToken());
        payload.set("user", user(user));
        payload.put("api_app_id", app.appId());
        payload.putObject("container")
                .put("type", "message")
                .put("message_ts", message.ts())
                .put("channel_id", channel.id())
                .put("is_ephemeral", message.ephemeral());
        payload.put("trigger_id", TriggerIds.make(clock));
        putTeam(payload, workspace.team());
        payload.put("is_enterprise_install", false);
        payload.putObject("channel").put("id", channel.id()).put("name", channel.nameInCommands());
        if (!message.ephemeral()) {
            payload.set("message", message(message));
        }
        payload.putObject("state").putObject("values");
        payload.put("response_url", responseUrl);
        payload.putArray("actions").add(action(button));
        return new CommandDraft(
                        sender,
                        user.id(),
                        channel.id(),
                        "The button \"" + button.label() + "\"",
                        Map.of("payload", Json.write(payload)),
                        app.signingSecret(),
                        clock.instant())
                .click();
    }

    private ObjectNode user(SlackUser user) {
        return Json.object()
                .put("id", user.id())
                .put("username", user.handle())
                .put("name", user.handle())
                .put("team_id", user.teamId());
    }

    private static void putTeam(ObjectNode payload, SlackTeam team) {
        ObjectNode drawn =
                payload.putObject("team").put("id", team.id()).put("domain", team.domain());
        payload.putNull("enterprise");
        team.enterprise()
                .ifPresent(
                        e -> {
                            drawn.put("enterprise_id", e.id()).put("enterprise_name", e.name());
                            payload.putObject("enterprise").put("id", e.id()).put("name", e.name());
                        });
    }

    private ObjectNode message(Message message) {
        ObjectNode drawn =
                Json.object()
                        .put("type", "message")
                        .put("user", message.author())
                        .put("app_id", app.appId())
                        .put("ts", message.ts())
                        .put("text", message.text())
                        .put("team", workspace.team().id());
        return drawn.set("blocks", message.blocks());
    }

    private ObjectNode action(Button button) {
        ObjectNode action = Json.object().put("action_id", button.actionId());
        action.put("block_id", button.blockId());
        JsonNode element = button.element();
        for (String field : new String[] {"text", "value", "style", "url"}) {
            if (element.has(field)) {
                action.set(field, element.path(field));
            }
        }
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return action.put("type", "button")
                .put(
                        "action_ts",
                        String.format(
                                Locale.ROOT, "%d.%06d", micros / 1_000_000, micros % 1_000_000));
    }
}
