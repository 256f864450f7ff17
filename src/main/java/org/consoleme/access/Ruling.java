package org.consoleme.access;

import java.util.Set;

/** What the approval rules say about something that is asked for. */
public sealed interface Ruling {

    /** This rule governs. */
    record Governed(ApprovalRule rule) implements Ruling {}

    /**
     * Nobody may ask for it, and nobody can approve it.
     *
     * @param cause a code for the audit
     * @param sentence for people
     */
    record Closed(String cause, String sentence) implements Ruling {
        private static final Set<String> MAY_PASS =
                Set.of("UnknownRole", "UnknownAccount", "UnknownUnits", "BrokenRule");

        /**
         * Whether it may be otherwise in a moment: what it goes by is not known just now, or an
         * administrator has a rule to correct.
         */
        public boolean mayPass() {
            return MAY_PASS.contains(cause);
        }
    }
}
