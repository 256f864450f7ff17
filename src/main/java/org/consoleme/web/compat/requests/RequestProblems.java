package org.consoleme.web.compat.requests;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.web.errors.AnswerException;
import org.consoleme.web.errors.ErrorAnswer;

/**
 * What is wrong, with the statuses that ConsoleMe's clients of requests know: the envelope's own
 * are made for credentials.
 */
final class RequestProblems {
    private static final String INVALID = "904";

    private RequestProblems() {}

    static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            throw translated(e);
        }
    }

    /** 400: it cannot be done with the request as it stood. */
    static AnswerException impossible(String sentence) {
        return new AnswerException(
                new ErrorAnswer(
                        400, "invalid_request", INVALID, sentence, "", Optional.empty(), Map.of()));
    }

    private static RuntimeException translated(ProblemException e) {
        return switch (e.problem()) {
            case Problem.Invalid it when it.field().equals("role") ->
                    impossible("principal_arn: " + it.reason());
            case Problem.NotFound it when !it.kind().equals("request") ->
                    impossible(
                            it.kind().equals("role")
                                    ? "principal_arn: there is no such role, or none that you can"
                                            + " ask for"
                                    : "There is no such " + it.kind() + ".");
            case Problem.Refused it ->
                    new AnswerException(
                            new ErrorAnswer(
                                    502,
                                    "refused",
                                    "902",
                                    it.sentence(),
                                    it.sentence(),
                                    Optional.empty(),
                                    Map.of()));
            default -> e;
        };
    }
}
