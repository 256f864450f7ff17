package org.consoleme.audit;

/** Through which door somebody came. */
public enum Door {
    SLACK,
    WEB,
    WEEP,
    BATCH
}
