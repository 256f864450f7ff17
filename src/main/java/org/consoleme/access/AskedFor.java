package org.consoleme.access;

import java.util.Locale;
import org.consoleme.policies.Risk;
import org.consoleme.shared.RoleArn;

/**
 * What an approval rule looks at.
 *
 * @param risk of what is asked; that of the role's place is added where it is asked what governs
 */
public record AskedFor(Kind kind, RoleArn role, Risk risk) {

    /** The role itself for a time: no risk but that of its place. */
    public static AskedFor role(RoleArn role) {
        return new AskedFor(Kind.ROLE, role, Risk.LOW);
    }

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
