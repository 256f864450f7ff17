package org.consoleme.web.compat.requests;

import org.consoleme.shared.Problem;

/**
 * How much one answer may look through: a filter on a whole request reads documents and comments of
 * every row. For one thread.
 */
final class FilterBudget {
    /** A second's work, roughly. */
    static final long MOST_STEPS = 500_000_000;

    private long left;

    FilterBudget(long steps) {
        left = steps;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid} once it is used up: part of an
     *     answer would look like all of it
     */
    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new Problem.Invalid(
                            "filters",
                            "look through more than one answer may: name a status, a user or an ARN"
                                    + " too, or look for a shorter text")
                    .asException();
        }
    }
}
