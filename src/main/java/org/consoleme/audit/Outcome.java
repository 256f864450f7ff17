package org.consoleme.audit;

/** How it ended: done, refused by a rule of ours, or failed for a reason outside. */
public enum Outcome {
    DONE,
    DENIED,
    FAILED
}
