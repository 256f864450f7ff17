package org.consoleme.web;

import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;

/**
 * What stands behind a question mark. It is taken as text and read here: left to JAX-RS, a number
 * that is none would be an address that is none (404), and a flag that is none would be false.
 */
public final class QueryValues {
    private static final int MOST_DIGITS = 9;

    private QueryValues() {}

    /**
     * @param otherwise where nothing is given
     * @throws ProblemException {@code Invalid} if it is no whole number of at most 9 digits
     */
    public static int number(String field, String text, int otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        if (text.length() > MOST_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw invalid(field, "a whole number is wanted");
        }
        return Integer.parseInt(text);
    }

    /**
     * @return false where nothing is given
     * @throws ProblemException {@code Invalid} for anything but {@code true} and {@code false}
     */
    public static boolean flag(String field, String text) {
        return switch (text) {
            case null -> false;
            case "", "false" -> false;
            case "true" -> true;
            default -> throw invalid(field, "true or false is wanted");
        };
    }

    private static ProblemException invalid(String field, String reason) {
        return new Problem.Invalid(field, reason).asException();
    }
}
