package org.consoleme.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consoleme.shared.Single;
import org.consoleme.slack.command.SlackCommands;

/**
 * What Bolt is told: our one command, its buttons. Handlers take ids and words out of the payload,
 * hand over and acknowledge; Bolt answers Slack when they return, so they do no I/O.
 */
@Single
public class SlackApp {
    private static final String SIGNATURE = "x-slack-signature";
    private static final String BUSY = "I am busy just now. Try again in a minute.";

    /** Buttons that open a page need an acknowledgement, nothing else. */
    private static final Pattern LINKS = Pattern.compile("[a-z]{1,20}\\.open");

    private final SlackSettings settings;
    private final SlackWork work;
    private final SlackCommands commands;

    @Inject
    public SlackApp(SlackSettings settings, SlackWork work, SlackCommands commands) {
        this.settings = settings;
        this.work = work;
        this.commands = commands;
    }

    /** Call only when the door is open. */
    public App make() {
        App app =
                new App(
                        AppConfig.builder()
                                .signingSecret(settings.signingSecret().orElseThrow().reveal())
                                .requestVerificationEnabled(false)
                                // Else Bolt takes it from the environment and asks Slack about it
                                // in the middle of the first request.
                                .singleTeamBotToken(null)
                                .build());
        app.command(
                settings.command(),
                (request, context) ->
                        work.begin(call(request.getPayload(), request), commands::handle)
                                ? context.ack()
                                : context.ack(BUSY));
        app.blockAction(
                "creds.use",
                (request, context) -> {
                    work.begin(call(request.getPayload(), request), commands::handle);
                    return context.ack();
                });
        app.blockAction(LINKS, (request, context) -> context.ack());
        return app;
    }

    private static SlackCall call(SlashCommandPayload payload, Request<?> request) {
        return new SlackCall(
                payload.getTeamId(),
                Optional.ofNullable(payload.getEnterpriseId()),
                payload.getUserId(),
                Optional.ofNullable(payload.getText()).orElse(""),
                payload.getResponseUrl(),
                request.getHeaders().getFirstValue(SIGNATURE));
    }

    /** A click on "Use" means what typing the role's ARN means. */
    private static SlackCall call(BlockActionPayload payload, Request<?> request) {
        return new SlackCall(
                payload.getTeam().getId(),
                Optional.ofNullable(payload.getEnterprise()).map(e -> e.getId()),
                payload.getUser().getId(),
                "creds " + payload.getActions().getFirst().getValue(),
                payload.getResponseUrl(),
                request.getHeaders().getFirstValue(SIGNATURE));
    }
}
