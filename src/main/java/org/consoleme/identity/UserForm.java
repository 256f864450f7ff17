package org.consoleme.identity;

import org.consoleme.shared.Problem;
import org.consoleme.shared.UserId;

/**
 * What a sign-in name looks like here. A name that weep pastes into a path may arrive cut off at
 * {@code #} or {@code ?}, and would then be another person's: with {@link #EMAIL} the rest is
 * refused.
 */
public enum UserForm {
    /** {@code name@domain}: one {@code @} between two non-empty parts. The default. */
    EMAIL,
    /** Any printable characters without spaces. */
    ANY;

    /** Mean something else in a path, or in what is drawn from it. */
    private static final String NEVER = "/\\?#%;\"'<>`";

    static UserForm of(String word) {
        return switch (word) {
            case "email" -> EMAIL;
            case "any" -> ANY;
            default ->
                    throw new Problem.Invalid("identity.user_form", "email or any").asException();
        };
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid} if that is no name here
     */
    public UserId parse(String text) {
        UserId user = new UserId(text);
        boolean printable =
                text.codePoints()
                        .allMatch(
                                c ->
                                        NEVER.indexOf(c) < 0
                                                && !Character.isWhitespace(c)
                                                && !Character.isSpaceChar(c)
                                                && !unprintable(c));
        int at = text.indexOf('@');
        boolean email = at > 0 && at == text.lastIndexOf('@') && at < text.length() - 1;
        if (!printable || (this == EMAIL && !email)) {
            throw new Problem.Invalid("user", "that does not look like a sign-in name here")
                    .asException();
        }
        return user;
    }

    private static boolean unprintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    true;
            default -> false;
        };
    }
}
