package org.consoleme.web.errors;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.Problem;

/** Problems for the console API (RFC 9457). */
final class ProblemJsonDrawing {
    private ProblemJsonDrawing() {}

    static ErrorAnswer draw(Problem problem) {
        return switch (problem) {
            case Problem.Invalid it ->
                    answer(400, "invalid", it.reason()).with("field", it.field());
            case Problem.NotFound it -> answer(404, "not_found", it.sentence());
            case Problem.Ambiguous it ->
                    answer(409, "ambiguous", it.sentence()).with("candidates", it.candidates());
            case Problem.Forbidden it -> answer(403, "forbidden", it.reason());
            case Problem.Unauthenticated it -> answer(401, "unauthenticated", it.sentence());
            case Problem.StepUpRequired it -> answer(401, "step_up_required", it.how());
            case Problem.TooLarge it -> answer(413, "too_large", it.sentence());
            case Problem.TooMany it -> later(429, "too_many", it.sentence(), it.retryAfter());
            case Problem.Conflict it -> conflict(it);
            case Problem.Refused it -> answer(502, "refused", it.sentence());
            case Problem.Unavailable it ->
                    later(503, "unavailable", it.sentence(), it.retryAfter());
        };
    }

    private static ErrorAnswer conflict(Problem.Conflict conflict) {
        ErrorAnswer answer = answer(409, "conflict", conflict.reason());
        return conflict.difference().isEmpty()
                ? answer
                : answer.with("difference", conflict.difference());
    }

    private static ErrorAnswer answer(int status, String code, String message) {
        return ErrorAnswer.of(status, code, message);
    }

    private static ErrorAnswer later(int status, String code, String message, Duration after) {
        return new ErrorAnswer(status, code, code, message, "", Optional.of(after), Map.of());
    }
}
