package org.consoleme.shared;

/**
 * Which request: a UUID for those we make, as ConsoleMe's clients know them; whatever an older row
 * has as its key otherwise. 1 to 64 characters of {@code A-Za-z0-9_-}, as ConsoleMe's routes have
 * it.
 */
public record RequestId(String value) {
    private static final int MAX_LENGTH = 64;

    public RequestId {
        if (!isRequestId(value)) {
            throw new Problem.NotFound("request", "").asException();
        }
    }

    public static boolean isRequestId(String text) {
        return text != null
                && !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.chars().allMatch(RequestId::isLegal);
    }

    private static boolean isLegal(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-';
    }

    @Override
    public String toString() {
        return value;
    }
}
