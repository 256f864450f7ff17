package org.consoleme.shared;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Who somebody is: the sign-in name. Stored as given, compared NFC-normalized and lower-cased. 1 to
 * 256 characters, no control characters.
 */
public record UserId(String value) {
    private static final int MAX_LENGTH = 256;

    public UserId {
        if (!hasLength(value)) {
            throw new Problem.Invalid("user", "a sign-in name has 1 to 256 characters")
                    .asException();
        }
        if (hasControls(value)) {
            throw new Problem.Invalid("user", "a sign-in name has no control characters")
                    .asException();
        }
    }

    public static boolean isUserId(String text) {
        return hasLength(text) && !hasControls(text);
    }

    private static boolean hasLength(String text) {
        return text != null && !text.isBlank() && text.length() <= MAX_LENGTH;
    }

    private static boolean hasControls(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }

    /** What equality looks at; also the form for keys in stores of ours. */
    public String key() {
        return Normalizer.normalize(value, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserId user && key().equals(user.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
