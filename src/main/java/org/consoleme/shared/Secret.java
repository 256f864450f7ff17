package org.consoleme.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A text that nobody may see: prints {@code ***}. A final class with a transient field and not a
 * record, because every serializer finds a record's components, and Gson finds private fields.
 */
public final class Secret {
    private final transient String value;

    public Secret(String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("a secret cannot be empty");
        }
        this.value = value;
    }

    /** The text itself: call it only where it leaves by design. */
    public String reveal() {
        return value;
    }

    /** Compares in constant time. */
    public boolean matches(String other) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && matches(secret.value);
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "***";
    }
}
