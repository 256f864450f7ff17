package org.consoleme.slack.requests;

import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;

/** Words that several refusals share. */
final class RequestProblems {
    /** Kind of a card that is not there, or not ours, or not for this: never told apart. */
    private static final String CARD = "card";

    /** Cause of a refusal: the grant or card that is named is not there, or somebody else's. */
    static final String NOT_YOURS = "NotYours";

    private RequestProblems() {}

    static ProblemException noCard() {
        return new Problem.NotFound(CARD, "").asException();
    }
}
