package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import jakarta.inject.Inject;
import java.time.Duration;
import org.consoleme.shared.OnceStore;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.SecretShapes;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackProblems;
import org.consoleme.slack.command.LinkedCallers;
import org.consoleme.slack.message.SlackMessage;

/**
 * Tells the one who replied in the thread of a card why that is no comment. What holds for all that
 * they say they hear once a day; what is wrong with one reply, or failed, each time: else the next
 * one would be lost without a word.
 */
@Single
public class UntakenReplies {
    private static final Duration ONCE_A_DAY = Duration.ofDays(1);
    private static final String NO_COMMENT = "Your reply did not become a comment of the request: ";

    private final LinkedCallers callers;
    private final SlackProblems problems;
    private final OnceStore once;

    @Inject
    public UntakenReplies(LinkedCallers callers, SlackProblems problems, OnceStore once) {
        this.callers = callers;
        this.problems = problems;
        this.once = once;
    }

    /** To somebody whom we do not know: with the way to become known. */
    SlackMessage ofStranger(SlackCall call) {
        return firstTimeToday(call, "Stranger")
                ? callers.invite(call, NO_COMMENT)
                : new SlackMessage();
    }

    /**
     * @param call its text is the reply
     * @return a message without blocks if they heard it today
     */
    SlackMessage because(SlackCall call, Problem problem) {
        return switch (problem) {
            case Problem.Invalid(_, String reason) -> unfit(reason, call.text());
            case Problem.Unavailable away -> told(away.sentence());
            case Problem.TooMany many -> told(many.sentence());
            case Problem.Conflict conflict -> told(conflict.sentence());
            case Problem.Unauthenticated nobody -> toldOnce(call, nobody, problems.unknown(nobody));
            default -> toldOnce(call, problem, problem.sentence());
        };
    }

    private static SlackMessage unfit(String reason, String text) {
        SlackMessage message = told(reason + ".");
        return SecretShapes.found(text)
                ? message.note(
                        "Slack keeps it until you delete it there. A secret that was shown should"
                                + " not be used any more.")
                : message;
    }

    private SlackMessage toldOnce(SlackCall call, Problem problem, String sentence) {
        return firstTimeToday(call, problem.getClass().getSimpleName())
                ? told(sentence)
                : new SlackMessage();
    }

    private static SlackMessage told(String sentence) {
        return new SlackMessage().line(plain(NO_COMMENT + sentence));
    }

    /** Whoever talks on in a thread is not told the same each time. */
    private boolean firstTimeToday(SlackCall call, String reason) {
        try {
            return once.firstTime("slack-thread:" + reason + ":" + call.key(), ONCE_A_DAY);
        } catch (ProblemException away) {
            return false;
        }
    }
}
