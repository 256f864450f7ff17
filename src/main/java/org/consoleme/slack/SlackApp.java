package org.consoleme.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.consoleme.shared.Single;
import org.consoleme.slack.command.CredsCommand;
import org.consoleme.slack.command.SlackCommands;
import org.consoleme.slack.events.SlackEvents;
import org.consoleme.slack.requests.RequestHandlers;

/**
 * What Bolt is told: our one command, its buttons, what {@link RequestHandlers} adds, and that
 * events are {@link SlackEvents}'. Handlers take ids and words out of the payload, hand over and
 * acknowledge; Bolt answers Slack when they return, so they do no I/O.
 */
@Single
public class SlackApp {
    private static final String BUSY = "I am busy just now. Try again in a minute.";

    /**
     * Slack marks the button of a click that was not answered with 200; it shows no text of ours.
     */
    private static final int UNAVAILABLE = 503;

    /** Buttons that open a page need an acknowledgement, nothing else. */
    private static final Pattern LINKS = Pattern.compile("[a-z]{1,20}\\.open(\\.[a-z]{1,20})?");

    /** That a modal was closed needs the same, where Slack says it at all. */
    private static final Pattern ANY = Pattern.compile(".*");

    private final SlackSettings settings;
    private final SlackWork work;
    private final SlackCommands commands;
    private final CredsCommand creds;
    private final RequestHandlers requests;
    private final SlackEvents events;

    @Inject
    public SlackApp(
            SlackSettings settings,
            SlackWork work,
            SlackCommands commands,
            CredsCommand creds,
            RequestHandlers requests,
            SlackEvents events) {
        this.settings = settings;
        this.work = work;
        this.commands = commands;
        this.creds = creds;
        this.requests = requests;
        this.events = events;
    }

    /** Checks nothing, since Bolt's own checks are off; it must be something. */
    private String secret() {
        return settings.signingSecret().or(settings::appToken).orElseThrow().reveal();
    }

    /** Call only when the door is open. */
    public App make() {
        App app =
                new App(
                        AppConfig.builder()
                                .signingSecret(secret())
                                .requestVerificationEnabled(false)
                                // Bolt takes these from the environment: with a token it would ask
                                // Slack who we are before each acknowledgement
                                .singleTeamBotToken(null)
                                .clientId(null)
                                .clientSecret(null)
                                .build(),
                        // nor any of Bolt's own checks: the verifier made them
                        new ArrayList<>());
        app.command(
                settings.command(),
                (request, context) ->
                        work.begin(SlackCalls.of(request.getPayload(), request), commands::handle)
                                ? context.ack()
                                : context.ack(BUSY));
        app.blockAction(
                CredsCommand.USE,
                (request, context) ->
                        work.begin(SlackCalls.of(request.getPayload(), request), creds::use)
                                ? context.ack()
                                : Response.error(UNAVAILABLE));
        app.blockAction(LINKS, (request, context) -> context.ack());
        app.viewClosed(ANY, (request, context) -> context.ack());
        requests.addTo(app);
        app.use(
                (request, answer, chain) ->
                        request instanceof EventRequest event
                                ? events.take(event)
                                : chain.next(request));
        return app;
    }
}
