package org.consoleme.requests;

import java.util.stream.Stream;
import org.consoleme.shared.Problem;

/**
 * What one decision makes of a request. Approvals count by person and by the hash of what the
 * request is now: an edit makes those from before void by itself.
 */
final class Reviewing {
    private final ChangeRequest request;
    private final Review review;

    Reviewing(ChangeRequest request, Review review) {
        this.request = request;
        this.review = review;
    }

    ChangeRequest result(int needed) {
        return switch (review.verdict()) {
            case REJECTED -> rejected();
            case APPROVED -> approved(needed);
        };
    }

    private ChangeRequest rejected() {
        StillPossible.requireUntouched(request);
        requireSameHash();
        return Revised.of(request)
                .at(review.at())
                .and(review)
                .state(
                        new RequestState.Rejected(
                                review.by(), review.at(), review.reason().orElse("")))
                .build();
    }

    private ChangeRequest approved(int needed) {
        StillPossible.requirePending(request);
        requireSameHash();
        if (review.changes().isEmpty() || !request.open().containsAll(review.changes())) {
            throw StillPossible.conflict("That change is not open any more.");
        }
        if (review.changes().stream().allMatch(this::counts)) {
            throw StillPossible.conflict("You approved this already.");
        }
        ChangeRequest next = Revised.of(request).at(review.at()).and(review).build();
        return Revised.of(next)
                .each(change -> enough(next, change, needed) ? open(change) : change)
                .build();
    }

    /** An approval by another rule than today's counts no more: it can be given anew. */
    private boolean counts(String changeId) {
        return request.approvedBy(review.by(), changeId, review.rule());
    }

    private boolean enough(ChangeRequest next, RequestedChange change, int needed) {
        return review.changes().contains(change.id())
                && approvers(next, change.id(), review.rule()).count() >= needed;
    }

    private RequestedChange open(RequestedChange change) {
        return change.in(new ChangeState.Approved(review.at())).by(review.by());
    }

    private void requireSameHash() {
        if (!review.hash().equals(request.hash())) {
            throw new Problem.Conflict(
                            "The request changed since you looked at it.",
                            request.changedSince(review.hash()))
                    .asException();
        }
    }

    /**
     * Those who approved the change as it is now, by {@link SamePerson#key}, each once. An approval
     * by another rule than today's is none that today's rule asked for.
     */
    static Stream<String> approvers(ChangeRequest request, String changeId, String rule) {
        return approvals(request)
                .filter(given -> given.changes().contains(changeId))
                .filter(given -> given.rule().equals(rule))
                .map(given -> SamePerson.key(given.by()))
                .distinct();
    }

    /** Of the request as it is now, by whichever rule. */
    static Stream<Review> approvals(ChangeRequest request) {
        String hash = request.hash();
        return request.reviews().stream()
                .filter(review -> review.verdict() == Review.Verdict.APPROVED)
                .filter(review -> review.hash().equals(hash));
    }
}
