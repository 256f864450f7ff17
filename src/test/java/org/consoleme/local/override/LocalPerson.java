package org.consoleme.local.override;

import java.util.List;

/**
 * Somebody to be in the local stack.
 *
 * @param kind what they are in the demo: engineer, approver or administrator
 */
public record LocalPerson(String user, List<String> groups, String slackUserId, String kind) {
    public LocalPerson {
        groups = List.copyOf(groups);
    }

    /** The three people of the local stack; everybody reads about them here. */
    public static List<LocalPerson> all() {
        return List.of(
                new LocalPerson(
                        "engineer@example.com",
                        List.of("engineering@example.com", "finops@example.com"),
                        "U0ENGINEER",
                        "engineer"),
                new LocalPerson(
                        "approver@example.com",
                        List.of("engineering@example.com", "platform@example.com"),
                        "U0APPROVER",
                        "approver"),
                new LocalPerson(
                        "admin@example.com",
                        List.of("platform@example.com", "security@example.com"),
                        "U0ADMIN001",
                        "administrator"));
    }
}
