package org.consoleme.it;

import java.util.Map;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What needs another clock than the stack's, at one server for all of it. */
class OwnNodeIT {
    @RegisterExtension
    @Order(1)
    static final RunningStack STACK = new RunningStack();

    @RegisterExtension
    @Order(2)
    static final OwnNode NODE =
            new OwnNode(STACK, Map.of("jobs", Map.of("enabled", false)));

    @Nested
    class TheEndOfAGrant extends GrantEnd {
        TheEndOfAGrant() {
            super(NODE);
        }
    }
}
