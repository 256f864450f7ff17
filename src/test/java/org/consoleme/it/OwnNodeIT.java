package org.consoleme.it;

import java.util.List;
import java.util.Map;
import org.consoleme.local.seed.DemoOrganization;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What needs another clock or another configuration than the stack's, at one server for all of it:
 * the approver may decide what is their own, nobody needs a reason, one more role is protected,
 * others than this machine scrape it, and people reach it over TLS.
 */
class OwnNodeIT {
    @RegisterExtension
    @Order(1)
    static final RunningStack STACK = new RunningStack();

    @RegisterExtension
    @Order(2)
    static final OwnNode NODE =
            new OwnNode(
                    STACK,
                    Map.of(
                            "url",
                            TerminalCookie.PUBLIC,
                            "jobs",
                            Map.of("enabled", false),
                            "requests",
                            Map.of(
                                    "may_bypass_approval",
                                    List.of("approver@example.com"),
                                    "justification_required",
                                    false),
                            "metrics",
                            Map.of("allowed_peers", List.of(Scraping.PEERS)),
                            "policies",
                            Map.of(
                                    "role_name",
                                    DemoOrganization.SPOKE_ROLE,
                                    "protected_roles",
                                    List.of(LaterDecisions.PROTECTED_HERE))));

    @Nested
    class TheEndOfAGrant extends GrantEnd {
        TheEndOfAGrant() {
            super(NODE);
        }
    }

    @Nested
    class OwnPolicies extends OwnDecisions {
        OwnPolicies() {
            super(NODE);
        }
    }

    @Nested
    class TheNextDay extends LaterDecisions {
        TheNextDay() {
            super(NODE);
        }
    }

    @Nested
    class TheCookieOfATerminal extends TerminalCookie {
        TheCookieOfATerminal() {
            super(NODE);
        }
    }

    @Nested
    class ScrapedFromElsewhere extends Scraping {
        ScrapedFromElsewhere() {
            super(NODE);
        }
    }
}
