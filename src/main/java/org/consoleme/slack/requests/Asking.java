package org.consoleme.slack.requests;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.access.AskedFor;

/**
 * What somebody began to ask for: all that a form can be filled with beforehand. Nothing is decided
 * by it.
 *
 * @param role empty until it is chosen
 * @param length for a role
 */
record Asking(
        AskedFor.Kind kind,
        Optional<RoleKey> role,
        Optional<Duration> length,
        Optional<String> because) {
    static final Asking NOTHING =
            new Asking(AskedFor.Kind.ROLE, Optional.empty(), Optional.empty(), Optional.empty());

    Asking of(RoleKey chosen) {
        return new Asking(kind, Optional.of(chosen), length, because);
    }

    /** A button's value; at most 1,200 characters. */
    String value() {
        return String.join(
                " ",
                kind.name(),
                role.map(RoleKey::toString).orElse("-"),
                String.valueOf(length.map(Duration::toMinutes).orElse(0L)),
                because.orElse(""));
    }

    /** Nothing for anything that {@link #value} would not write. */
    static Asking read(String value) {
        String[] parts = value.split(" ", 4);
        if (parts.length != 4 || !parts[2].matches("[0-9]{1,6}")) {
            return NOTHING;
        }
        return new Asking(
                parts[0].equals(AskedFor.Kind.INLINE_POLICY.name())
                        ? AskedFor.Kind.INLINE_POLICY
                        : AskedFor.Kind.ROLE,
                RoleKey.read(parts[1]),
                Optional.of(Duration.ofMinutes(Long.parseLong(parts[2])))
                        .filter(Duration::isPositive),
                Optional.of(parts[3]).filter(text -> !text.isBlank()));
    }
}
