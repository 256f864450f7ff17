package org.consoleme.requests;

import java.time.Instant;
import java.util.UUID;
import org.consoleme.shared.UserId;

/**
 * Something said about a request.
 *
 * @param id a UUID, as ConsoleMe's clients know them
 * @param text 1 to 4,000 characters, plain
 */
public record Comment(String id, UserId by, Instant at, String text) {

    public static Comment of(UserId by, Instant at, String text) {
        return new Comment(UUID.randomUUID().toString(), by, at, text);
    }

    static Comment bySystem(Instant at, String text) {
        return of(ChangeRequest.SYSTEM, at, text);
    }
}
