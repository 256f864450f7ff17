package org.consoleme.requests;

import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;

/** What must be so for a step on a request; else {@code Conflict}, with where it stands. */
final class StillPossible {
    private StillPossible() {}

    static void requirePending(ChangeRequest request) {
        if (!(request.state() instanceof RequestState.Pending)) {
            throw conflict(Standing.sentence(request));
        }
    }

    /** No part of it was ever approved. */
    static void requireUntouched(ChangeRequest request) {
        requirePending(request);
        if (!request.untouched()) {
            throw conflict(
                    "A part of it was decided already: finish the other changes one by one.");
        }
    }

    /** The change is open, or was carried out in vain. */
    static void requireUndone(ChangeRequest request, String changeId) {
        ChangeState now = request.change(changeId).state();
        if (request.closedAt().isPresent() || !(now.open() || now instanceof ChangeState.Failed)) {
            throw conflict("That change is not open any more.");
        }
    }

    static ProblemException conflict(String sentence) {
        return new Problem.Conflict(sentence).asException();
    }
}
