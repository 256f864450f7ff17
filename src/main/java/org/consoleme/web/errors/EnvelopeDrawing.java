package org.consoleme.web.errors;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.Problem;

/**
 * Problems in the words of ConsoleMe's clients: weep shows a sentence of its own for each code it
 * knows, and the whole body for any other.
 */
final class EnvelopeDrawing {
    private EnvelopeDrawing() {}

    static ErrorAnswer draw(Problem problem) {
        return switch (problem) {
            case Problem.Invalid it ->
                    it.field().equals("role")
                            ? answer(403, "invalid_role_arn", "899", it.sentence())
                            : answer(400, "invalid_request", "904", it.sentence());
            case Problem.NotFound it -> notFound(it);
            case Problem.Ambiguous it ->
                    answer(403, "multiple_matching_roles", "901", "More than one matching role")
                            .with("matching roles", it.candidates());
            case Problem.Forbidden it -> answer(403, "forbidden", "900", it.reason());
            case Problem.Unauthenticated it ->
                    it.tokenPresented()
                            ? answer(
                                    403,
                                    "invalid_jwt",
                                    "invalid_jwt",
                                    "JWT is invalid or has expired.")
                            : answer(403, "unauthenticated", "unauthenticated", it.sentence());
            case Problem.StepUpRequired it -> answer(403, "too_old", "905", it.how());
            case Problem.TooLarge it -> answer(413, "too_large", "904", it.sentence());
            case Problem.TooMany it ->
                    later(429, "too_many_requests", it.sentence(), it.retryAfter());
            case Problem.Conflict it -> conflict(it);
            case Problem.Refused it ->
                    new ErrorAnswer(
                            403,
                            "refused",
                            "902",
                            "Unable to get credentials.",
                            it.sentence(),
                            Optional.empty(),
                            Map.of());
            case Problem.Unavailable it ->
                    later(503, "unavailable", it.sentence(), it.retryAfter());
        };
    }

    private static ErrorAnswer notFound(Problem.NotFound it) {
        return switch (it.kind()) {
            case "account" ->
                    answer(400, "unknown_account", "906", "Unknown account")
                            .with("account", Texts.bounded(it.id()));
            case "role" -> answer(403, "no_matching_roles", "900", "No matching roles");
            default -> answer(404, "not_found", "900", it.sentence());
        };
    }

    private static ErrorAnswer conflict(Problem.Conflict conflict) {
        ErrorAnswer answer = answer(409, "conflict", "902", conflict.reason());
        return conflict.difference().isEmpty()
                ? answer
                : answer.with("difference", conflict.difference());
    }

    private static ErrorAnswer answer(int status, String reason, String code, String message) {
        return new ErrorAnswer(status, reason, code, message, "", Optional.empty(), Map.of());
    }

    private static ErrorAnswer later(
            int status, String reason, String message, Duration retryAfter) {
        return new ErrorAnswer(
                status, reason, "902", message, message, Optional.of(retryAfter), Map.of());
    }
}
