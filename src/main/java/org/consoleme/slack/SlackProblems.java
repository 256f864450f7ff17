package org.consoleme.slack;

import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import org.consoleme.slack.message.SlackMessage;

/** Draws every {@link Problem} for the asker alone: what is wrong and what to do. */
@Single
public class SlackProblems {
    private final SlackSettings settings;

    @Inject
    public SlackProblems(SlackSettings settings) {
        this.settings = settings;
    }

    public SlackMessage draw(Problem problem) {
        SlackMessage message = new SlackMessage();
        return switch (problem) {
            case Problem.Invalid invalid ->
                    message.line(plain(invalid.field() + ": " + invalid.reason() + "."))
                            .note(settings.command() + " help shows what can be typed.");
            case Problem.NotFound(String kind, _) when kind.matches("role|account") ->
                    message.line(plain(problem.sentence()))
                            .note(settings.command() + " find <words> looks among your roles.");
            case Problem.NotFound _ ->
                    message.line(plain("That is not available here."))
                            .note(
                                    settings.command()
                                            + " mine shows what is yours, "
                                            + settings.command()
                                            + " inbox what waits for you.");
            case Problem.Ambiguous ambiguous -> message.line(plain(ambiguous.sentence()));
            case Problem.Forbidden forbidden -> message.line(plain(forbidden.sentence()));
            case Problem.Unauthenticated nobody -> message.line(plain(unknown(nobody)));
            case Problem.StepUpRequired step ->
                    message.line(plain(step.sentence()))
                            .buttons(
                                    SlackMessage.link(
                                            "signin.open", "Sign in", settings.page("/"), true));
            case Problem.TooLarge large -> message.line(plain(large.sentence()));
            case Problem.TooMany many -> message.line(plain(many.sentence()));
            case Problem.Conflict conflict -> conflict(message, conflict);
            case Problem.Refused refused -> message.line(plain(refused.sentence()));
            case Problem.Unavailable unavailable -> message.line(plain(unavailable.sentence()));
        };
    }

    /**
     * To somebody who is not linked, or whom the directory does not know: only who is linked hears
     * of the directory, and of their own entry alone.
     */
    public String unknown(Problem.Unauthenticated nobody) {
        return nobody.tokenPresented()
                ? "The directory does not know you, or says that you left: ask your administrators."
                        + " Linked as somebody else than you are? Type "
                        + settings.command()
                        + " unlink, then "
                        + settings.command()
                        + " link."
                : "I don't know you yet. Type " + settings.command() + " link.";
    }

    /** Our own fault: the number leads to the log. */
    public SlackMessage incident(String id) {
        return new SlackMessage()
                .line(
                        plain(
                                "Something went wrong on our side. Tell the platform team: incident "
                                        + id
                                        + "."));
    }

    /** With what is otherwise than what was shown, a line each. */
    private static SlackMessage conflict(SlackMessage message, Problem.Conflict conflict) {
        return message.line(
                plain(
                        Stream.concat(
                                        Stream.of(conflict.sentence()),
                                        conflict.difference().stream())
                                .collect(Collectors.joining("\n"))));
    }
}
