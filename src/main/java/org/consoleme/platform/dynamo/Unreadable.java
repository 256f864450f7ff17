package org.consoleme.platform.dynamo;

import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;

/**
 * A row of ours that this release cannot read, in words for people: while nodes are being replaced
 * a newer one may have written it.
 */
final class Unreadable {
    private static final int MAX_WORD = 64;

    private Unreadable() {}

    static ProblemException unknown(String what, String word) {
        String shown = word.length() > MAX_WORD ? word.substring(0, MAX_WORD) + "…" : word;
        return new Problem.Conflict(
                        "It has a "
                                + what
                                + " “"
                                + shown
                                + "”, which this release does not know: look at it with the"
                                + " release that wrote it.")
                .asException();
    }

    static ProblemException without(String name) {
        return new Problem.Conflict("It is stored without a readable “" + name + "”.")
                .asException();
    }
}
