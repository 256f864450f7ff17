package org.consoleme.policies;

import java.util.Collection;

/** How much a document could do beyond what it seems to say. */
public enum Risk {
    LOW,

    /** Wide: whole services, every resource. */
    MEDIUM,

    /** Whoever has it is, or can become, an administrator. Such decisions belong on the console. */
    HIGH;

    /** The higher of the two. */
    public Risk or(Risk other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** The highest of the findings; LOW for none. */
    public static Risk of(Collection<Finding> findings) {
        Risk highest = LOW;
        for (Finding finding : findings) {
            highest = highest.or(finding.risk());
        }
        return highest;
    }
}
