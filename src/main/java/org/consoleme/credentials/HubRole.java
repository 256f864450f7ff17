package org.consoleme.credentials;

/** What we are in AWS ourselves. */
public interface HubRole {

    /**
     * Our own identity is an assumed role: then roles are chained and no session may be longer than
     * 1 h.
     */
    boolean isAssumedRole();
}
