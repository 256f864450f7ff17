package org.consoleme.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * How long an approval counts: what people agreed to one day they may not agree to the next.
 * However often something is tried again, the day begins with the approval.
 */
final class Approvals {
    private static final Duration COUNT = Duration.ofHours(24);
    private static final String OLD = "It was approved more than a day ago: edit it, or ask again.";

    private Approvals() {}

    /** When the change was approved; what no person approved a rule did, when it was asked for. */
    static Instant at(ChangeRequest request, String changeId) {
        return request.reviews().stream()
                .filter(review -> review.verdict() == Review.Verdict.APPROVED)
                .filter(review -> review.changes().contains(changeId))
                .map(Review::at)
                .max(Comparator.naturalOrder())
                .orElse(request.requestedAt());
    }

    private static boolean counts(ChangeRequest request, String changeId, Instant now) {
        return !now.isAfter(at(request, changeId).plus(COUNT));
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Conflict} if the approval counts no more
     */
    static void require(ChangeRequest request, String changeId, Instant now) {
        if (!counts(request, changeId, now)) {
            throw StillPossible.conflict(OLD);
        }
    }

    static ChangeRequest retried(ChangeRequest request, Instant at) {
        List<String> failed =
                request.changes().stream()
                        .filter(change -> change.state() instanceof ChangeState.Failed)
                        .map(RequestedChange::id)
                        .toList();
        List<String> due = failed.stream().filter(id -> counts(request, id, at)).toList();
        if (due.isEmpty()) {
            throw StillPossible.conflict(failed.isEmpty() ? "There is nothing to try again." : OLD);
        }
        return Revised.of(request)
                .at(at)
                .each(
                        change ->
                                due.contains(change.id())
                                        ? change.in(new ChangeState.Approved(at))
                                        : change)
                .build();
    }
}
