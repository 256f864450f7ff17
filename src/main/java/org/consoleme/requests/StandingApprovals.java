package org.consoleme.requests;

import java.util.List;
import java.util.Optional;

/** Approvals of what a request asks for now, as far as they count. */
public record StandingApprovals(List<Review> reviews) {
    public StandingApprovals {
        reviews = List.copyOf(reviews);
    }

    /**
     * While the request waits for a decision, an approval by another rule than the one that governs
     * now counts no more.
     *
     * @param rule that governs now; empty if none does
     */
    public static StandingApprovals of(ChangeRequest request, Optional<String> rule) {
        boolean waits = request.state() instanceof RequestState.Pending;
        return new StandingApprovals(
                Reviewing.approvals(request)
                        .filter(given -> !waits || rule.filter(given.rule()::equals).isPresent())
                        .toList());
    }

    /** Why nobody can decide it any more, or change it, after its time. */
    public static String expired(ChangeRequest request) {
        return Reviewing.approvals(request).findAny().isPresent()
                ? "It expired before enough people decided."
                : "It expired before anybody decided.";
    }

    /** How many different people approved that change. */
    public long count(String changeId) {
        return reviews.stream()
                .filter(given -> given.changes().contains(changeId))
                .map(given -> SamePerson.key(given.by()))
                .distinct()
                .count();
    }
}
