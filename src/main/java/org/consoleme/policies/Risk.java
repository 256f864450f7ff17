package org.consoleme.policies;

/** Stand-in until the package arrives. */
public enum Risk {
    LOW,
    MEDIUM,
    HIGH
}
