package org.consoleme.requests;

import java.util.List;
import java.util.stream.Stream;
import org.consoleme.shared.UserId;

/**
 * Decisions about a request as it is now that people took although it was their own, because the
 * configuration names them: those that everybody is to see.
 *
 * @see OwnDecision
 */
public final class Bypasses {
    private Bypasses() {}

    /** In the order in which they were taken. */
    public static List<Review> of(ChangeRequest request) {
        String hash = request.hash();
        return request.reviews().stream()
                .filter(review -> review.hash().equals(hash))
                .filter(review -> isOwn(request, review))
                .toList();
    }

    /**
     * Whether policies are asked for that their requester approved with the very command that asked
     * for them, and nobody decided anything since. A role for a time never counts among them.
     */
    public static boolean isPoliciesAtOnce(ChangeRequest request) {
        return !of(request).isEmpty()
                && request.reviews().stream()
                        .allMatch(
                                review ->
                                        review.by().equals(request.requester())
                                                && review.at().equals(request.requestedAt()))
                && request.changes().stream()
                        .noneMatch(change -> change.change() instanceof Change.RoleForATime);
    }

    /** Also when the changes are decided by now. */
    private static boolean isOwn(ChangeRequest request, Review review) {
        Stream<UserId> writers =
                request.changes().stream()
                        .filter(change -> review.changes().contains(change.id()))
                        .flatMap(change -> change.writers().stream());
        return Stream.concat(Stream.of(request.requester(), request.beneficiary()), writers)
                .anyMatch(own -> SamePerson.same(own, review.by()));
    }
}
