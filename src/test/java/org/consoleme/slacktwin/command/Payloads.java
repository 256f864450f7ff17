package org.consoleme.slacktwin.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackTeam;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.Workspace;

/**
 * What all interaction payloads have in common: who, where, which app; and the way from a payload
 * to a request.
 *
 * @see <a href="https://docs.slack.dev/reference/interaction-payloads">interaction payloads</a>
 */
public final class Payloads {

    private final Workspace workspace;
    private final CommandSender sender;
    private final AppFields app;
    private final Clock clock;

    public Payloads(Workspace workspace, CommandSender sender, AppFields app, Clock clock) {
        this.workspace = workspace;
        this.sender = sender;
        this.app = app;
        this.clock = clock;
    }

    /** A payload of one type, by one person, in the app's workspace. */
    public ObjectNode start(String type, SlackUser user) {
        ObjectNode payload = Json.object().put("type", type).put("token", app.verificationToken());
        payload.putObject("user")
                .put("id", user.id())
                .put("username", user.handle())
                .put("name", user.handle())
                .put("team_id", user.teamId());
        payload.put("api_app_id", app.appId());
        SlackTeam team = workspace.team();
        ObjectNode drawn =
                payload.putObject("team").put("id", team.id()).put("domain", team.domain());
        payload.putNull("enterprise");
        team.enterprise()
                .ifPresent(
                        e -> {
                            drawn.put("enterprise_id", e.id()).put("enterprise_name", e.name());
                            payload.putObject("enterprise").put("id", e.id()).put("name", e.name());
                        });
        return payload.put("is_enterprise_install", false);
    }

    /** A message as payloads and events show it. */
    public ObjectNode message(Message message) {
        ObjectNode drawn =
                Json.object()
                        .put("type", "message")
                        .put("user", message.author())
                        .put("ts", message.ts())
                        .put("text", message.text())
                        .put("team", workspace.team().id());
        if (message.author().equals(workspace.bot().id())) {
            drawn.put("app_id", app.appId()).put("bot_id", app.botId());
        }
        message.threadTs().ifPresent(t -> drawn.put("thread_ts", t));
        return drawn.set("blocks", message.blocks());
    }

    /** One of the {@code actions} of a payload, as far as all kinds of elements agree. */
    public ObjectNode action(String type, String blockId, String actionId) {
        return Json.object()
                .put("action_id", actionId)
                .put("block_id", blockId)
                .put("type", type)
                .put("action_ts", now());
    }

    /** The present, as Slack writes it: seconds, a dot, six digits. */
    public String now() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return String.format(Locale.ROOT, "%d.%06d", micros / 1_000_000, micros % 1_000_000);
    }

    /** A request with the payload in its one field. */
    public CommandDraft draft(ObjectNode payload, String channel, Reception reception) {
        return draft(Map.of("payload", Json.write(payload)), channel, reception);
    }

    public CommandDraft draft(Map<String, String> fields, String channel, Reception reception) {
        return new CommandDraft(
                sender, channel, fields, app.signingSecret(), clock.instant(), reception);
    }

    public Workspace workspace() {
        return workspace;
    }

    public AppFields app() {
        return app;
    }
}
