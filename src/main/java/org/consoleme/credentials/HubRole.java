package org.consoleme.credentials;

import org.consoleme.shared.RoleArn;

/** What we are in AWS ourselves. */
public interface HubRole {

    /**
     * Our own identity is an assumed role: then roles are chained and no session may be longer than
     * 1 h.
     */
    boolean isAssumedRole();

    /** Whether our own identity is that role, whatever its path: STS does not tell ours. */
    default boolean is(RoleArn role) {
        return false;
    }
}
