package org.consoleme.access;

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
    record Closed(String cause, String sentence) implements Ruling {}
}
