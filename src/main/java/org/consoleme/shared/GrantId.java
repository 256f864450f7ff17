package org.consoleme.shared;

/**
 * Which grant. Made of the request and the change that it came from, so that applying a request
 * twice makes one grant. 1 to 96 characters of {@code A-Za-z0-9_-}.
 */
public record GrantId(String value) {
    private static final int MAX_LENGTH = 96;

    public GrantId {
        if (!isGrantId(value)) {
            throw new Problem.NotFound("grant", "").asException();
        }
    }

    public static boolean isGrantId(String text) {
        return text != null
                && text.length() <= MAX_LENGTH
                && !text.isEmpty()
                && text.chars()
                        .allMatch(
                                c ->
                                        c == '-'
                                                || c == '_'
                                                || (c < 128 && Character.isLetterOrDigit(c)));
    }

    /**
     * The request that a grant came from: all but the change's number at the end.
     *
     * @param grant an id of a grant
     */
    public static String requestOf(String grant) {
        int end = grant.lastIndexOf('-');
        return end < 0 ? grant : grant.substring(0, end);
    }

    @Override
    public String toString() {
        return value;
    }
}
