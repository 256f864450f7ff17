package org.consoleme.access;

import java.util.Locale;
import org.consoleme.policies.Risk;
import org.consoleme.shared.RoleArn;

/** What an approval rule looks at. */
public record AskedFor(Kind kind, RoleArn role, Risk risk) {

    /** Kinds of change, as rules name them. */
    public enum Kind {
        /** The role itself, for a time. */
        ROLE,
        /** An inline policy of the role: put, replaced or deleted. */
        INLINE_POLICY;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
