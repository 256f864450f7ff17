package org.consoleme.it;

import java.net.URI;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two servers on the same real stores, after a third was killed. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class TwoNodesIT {
    @RegisterExtension
    @Order(1)
    static final RunningStack STACK = new RunningStack();

    @RegisterExtension
    @Order(2)
    static final TwoNodes NODES = new TwoNodes(STACK);

    /** The suites of one server, each step at the other one than the step before. */
    @Nested
    @Order(1)
    class PoliciesAtBoth extends PolicyLifecycleIT {
        @Override
        URI node() {
            return NODES.next();
        }
    }

    @Nested
    @Order(1)
    class ConsolesAtBoth extends ConsoleRequestsIT {
        @Override
        URI node() {
            return NODES.next();
        }
    }

    @Nested
    @Order(1)
    class AskingAtBoth extends PolicyCreationIT {
        @Override
        URI node() {
            return NODES.next();
        }
    }

    @Nested
    @Order(1)
    class RolesAtBoth extends RoleRequestsIT {
        @Override
        URI node() {
            return NODES.next();
        }
    }

    @Nested
    @Order(1)
    class AskingForRolesAtBoth extends RoleAskingIT {
        @Override
        URI node() {
            return NODES.next();
        }
    }

    @Nested
    @Order(1)
    class JourneysAtBoth extends RequestJourneyIT {
        @Override
        URI node() {
            return NODES.next();
        }
    }

    @Nested
    @Order(2)
    class DecidingAtBoth extends DecidingAtOnce {
        DecidingAtBoth() {
            super(NODES);
        }
    }

    @Nested
    @Order(3)
    class WhatWasDecided extends EffectsOverNodes {
        WhatWasDecided() {
            super(NODES);
        }
    }

    /** Last: its minute runs from the kill on. */
    @Nested
    @Order(4)
    class WhatTheKilledServerLeft extends AfterAKill {
        WhatTheKilledServerLeft() {
            super(NODES);
        }
    }
}
