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
