package org.consoleme.web.errors;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An error as a client sees it, before it takes the form of a body.
 *
 * @param code what clients branch on: weep's number, or a word
 * @param message one sentence
 * @param exception what a dependency said, for the envelope; may be empty
 * @param more further members of the body
 */
public record ErrorAnswer(
        int status,
        String reason,
        String code,
        String message,
        String exception,
        Optional<Duration> retryAfter,
        Map<String, Object> more) {
    public ErrorAnswer {
        more = Map.copyOf(more);
    }

    /** Where reason and code are the same word. */
    public static ErrorAnswer of(int status, String code, String message) {
        return new ErrorAnswer(status, code, code, message, "", Optional.empty(), Map.of());
    }

    public ErrorAnswer with(String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put(name, value);
        return new ErrorAnswer(status, reason, code, message, exception, retryAfter, all);
    }
}
