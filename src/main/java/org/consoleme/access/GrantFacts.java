package org.consoleme.access;

import java.util.Map;
import org.consoleme.access.Grant.Closed;

/** What is said of a grant in the audit trail, and to somebody who comes too late. */
final class GrantFacts {
    private GrantFacts() {}

    static Map<String, String> of(Grant grant) {
        return Map.of(
                "request", grant.request().value(),
                "user", grant.user().value(),
                "role", grant.role().toString(),
                "end", grant.end().toString());
    }

    static String end(Grant grant) {
        return grant.closed().map(GrantFacts::sentence).orElse("It ended at its time.");
    }

    private static String sentence(Closed closed) {
        return switch (closed.how()) {
            case RETURNED -> closed.by() + " returned it already.";
            case REVOKED -> closed.by() + " revoked it already.";
        };
    }
}
