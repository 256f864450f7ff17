package org.consoleme.identity;

import org.consoleme.shared.Problem;

/**
 * Who somebody is in Slack.
 *
 * @param team the enterprise's id, else the workspace's: a user of an Enterprise Grid has one id in
 *     all its workspaces
 * @param user Slack's user id
 */
public record SlackKey(String team, String user) {
    public SlackKey {
        if (!isId(team) || !isId(user)) {
            throw new Problem.Invalid("slack user", "a Slack id has 1 to 64 letters and digits")
                    .asException();
        }
    }

    /** Reads {@code team#user}. */
    public static SlackKey parse(String text) {
        int hash = text.indexOf('#');
        if (hash < 0) {
            throw new Problem.Invalid("slack user", "team#user").asException();
        }
        return new SlackKey(text.substring(0, hash), text.substring(hash + 1));
    }

    private static boolean isId(String text) {
        return text != null
                && !text.isEmpty()
                && text.length() <= 64
                && text.chars()
                        .allMatch(
                                c ->
                                        (c >= 'A' && c <= 'Z')
                                                || (c >= 'a' && c <= 'z')
                                                || (c >= '0' && c <= '9')
                                                || c == '_'
                                                || c == '-');
    }

    @Override
    public String toString() {
        return team + "#" + user;
    }
}
