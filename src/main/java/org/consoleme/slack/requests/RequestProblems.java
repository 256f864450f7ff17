package org.consoleme.slack.requests;

/** Words that several refusals share. */
final class RequestProblems {
    /** Kind of a card that is not there, or not ours, or not for this: never told apart. */
    static final String CARD = "card";

    private RequestProblems() {}
}
