package org.consoleme.access;

import java.util.Optional;
import org.consoleme.shared.Problem;

/**
 * What somebody typed to name a role: an ARN, a name, or part of either.
 *
 * @param text 1 to 2,048 characters
 * @param account number or name of the account it should be in
 */
public record RoleQuery(String text, Optional<String> account, Surface surface) {
    private static final int MAX_LENGTH = 2048;

    public RoleQuery {
        if (text == null || text.isBlank()) {
            throw new Problem.Invalid(
                            "requested_role", "name a role: its ARN, its name or part of it")
                    .asException();
        }
        if (text.length() > MAX_LENGTH) {
            throw new Problem.Invalid("requested_role", "at most " + MAX_LENGTH + " characters")
                    .asException();
        }
        text = text.strip();
    }

    public static RoleQuery of(String text, Surface surface) {
        return new RoleQuery(text, Optional.empty(), surface);
    }
}
