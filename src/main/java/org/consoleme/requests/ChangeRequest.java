package org.consoleme.requests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UserId;

/**
 * Somebody asks for changes to one role, for themselves or for somebody else. Immutable; each
 * method is one transition and says {@code Conflict} where it is not possible. Who may is decided
 * before.
 *
 * @param beneficiary for whom: they can no more decide than the requester
 * @param justification plain text; may be empty where the configuration does not want one
 * @param expiresAt when a request that nobody decided ends
 * @param changes at least one, all of the same role
 * @param rule the name of the rule that the last step went by; empty before the first
 */
public record ChangeRequest(
        RequestId id,
        Version version,
        UserId requester,
        UserId beneficiary,
        String justification,
        Instant requestedAt,
        Instant lastUpdated,
        Optional<Instant> expiresAt,
        RequestState state,
        List<RequestedChange> changes,
        List<Review> reviews,
        List<Comment> comments,
        Optional<String> rule) {
    public ChangeRequest {
        changes = List.copyOf(changes);
        reviews = List.copyOf(reviews);
        comments = List.copyOf(comments);
        if (changes.isEmpty()) {
            throw new Problem.Invalid("changes", "a request asks for at least one change")
                    .asException();
        }
    }

    /** What approvers are shown and decide on; another text, length or person is another hash. */
    public String hash() {
        return ReviewedHash.of(this);
    }

    public boolean concerns(UserId user) {
        return requester.equals(user) || beneficiary.equals(user);
    }

    public Set<String> open() {
        return changes.stream()
                .filter(change -> change.state().open())
                .map(RequestedChange::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound}
     */
    public RequestedChange change(String changeId) {
        return changes.stream()
                .filter(change -> change.id().equals(changeId))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("change", "").asException());
    }

    /**
     * Adds one person's decision. An approval opens the way for its changes once {@code needed}
     * different people approved this very hash; a rejection ends the request.
     *
     * @param needed 1 or more
     */
    public ChangeRequest reviewed(Review review, int needed) {
        requirePending();
        if (!review.hash().equals(hash())) {
            throw new Problem.Conflict("The request changed since you looked at it.").asException();
        }
        if (!open().containsAll(review.changes())) {
            throw new Problem.Conflict("That change is not open any more.").asException();
        }
        ChangeRequest next = withReview(review);
        return switch (review.verdict()) {
            case REJECTED ->
                    next.in(
                            new RequestState.Rejected(
                                    review.by(), review.at(), review.reason().orElse("")),
                            review.at());
            case APPROVED ->
                    next.map(
                            review.at(),
                            change ->
                                    review.changes().contains(change.id())
                                                    && next.approvals(change.id()) >= needed
                                            ? change.in(new ChangeState.Approved(review.at()))
                                                    .by(review.by())
                                            : change);
        };
    }

    /** How many different people approved this change as it is now. */
    public long approvals(String changeId) {
        String hash = hash();
        return reviews.stream()
                .filter(review -> review.verdict() == Review.Verdict.APPROVED)
                .filter(review -> review.hash().equals(hash))
                .filter(review -> review.changes().contains(changeId))
                .map(Review::by)
                .distinct()
                .count();
    }

    /** Puts another content in the place of an open change; approvals so far are void then. */
    public ChangeRequest edited(String changeId, Change other, UserId by, Instant at) {
        requirePending();
        if (!change(changeId).state().open()) {
            throw new Problem.Conflict("That change is not open any more.").asException();
        }
        return map(
                at, change -> change.id().equals(changeId) ? change.asking(other).by(by) : change);
    }

    public ChangeRequest changeCancelled(String changeId, UserId by, Instant at) {
        requirePending();
        if (!change(changeId).state().open()) {
            throw new Problem.Conflict("That change is not open any more.").asException();
        }
        return map(
                at,
                change ->
                        change.id().equals(changeId)
                                ? change.in(new ChangeState.Cancelled(by, at)).by(by)
                                : change);
    }

    /** Takes the whole request back, unless something of it was carried out already. */
    public ChangeRequest cancelled(UserId by, Instant at) {
        requireUntouched();
        return in(new RequestState.Cancelled(by, at), at);
    }

    public ChangeRequest expired(Instant at) {
        requirePending();
        return in(new RequestState.Expired(at), at);
    }

    /** Opens a rejected, cancelled or expired request again, with all that was cancelled in it. */
    public ChangeRequest reopened(Instant at) {
        if (!closed()) {
            throw new Problem.Conflict("Only a request that was closed can be opened again.")
                    .asException();
        }
        return in(new RequestState.Pending(), at)
                .map(
                        at,
                        change ->
                                change.state() instanceof ChangeState.Cancelled
                                        ? change.in(new ChangeState.Open())
                                        : change);
    }

    public ChangeRequest commented(Comment comment) {
        List<Comment> all = new ArrayList<>(comments);
        all.add(comment);
        return new ChangeRequest(
                id,
                version,
                requester,
                beneficiary,
                justification,
                requestedAt,
                comment.at(),
                expiresAt,
                state,
                changes,
                reviews,
                all,
                rule);
    }

    /** Moves one change along while it is carried out. */
    public ChangeRequest outcome(String changeId, ChangeState next, Instant at) {
        return map(at, change -> change.id().equals(changeId) ? change.in(next) : change);
    }

    /** Tries the failed changes again, as they were approved. */
    public ChangeRequest retried(Instant at) {
        if (!(state instanceof RequestState.Failed)) {
            throw new Problem.Conflict("There is nothing to try again.").asException();
        }
        return map(
                at,
                change ->
                        change.state() instanceof ChangeState.Failed
                                ? change.in(new ChangeState.Approved(at))
                                : change);
    }

    public ChangeRequest by(String ruleName) {
        return new ChangeRequest(
                id,
                version,
                requester,
                beneficiary,
                justification,
                requestedAt,
                lastUpdated,
                expiresAt,
                state,
                changes,
                reviews,
                comments,
                Optional.of(ruleName));
    }

    public ChangeRequest at(Version stored) {
        return new ChangeRequest(
                id,
                stored,
                requester,
                beneficiary,
                justification,
                requestedAt,
                lastUpdated,
                expiresAt,
                state,
                changes,
                reviews,
                comments,
                rule);
    }

    private boolean closed() {
        return switch (state) {
            case RequestState.Rejected rejected -> true;
            case RequestState.Cancelled cancelled -> true;
            case RequestState.Expired expired -> true;
            case RequestState.Pending pending -> false;
            case RequestState.Approved approved -> false;
            case RequestState.Applying applying -> false;
            case RequestState.Applied applied -> false;
            case RequestState.Failed failed -> false;
        };
    }

    private void requirePending() {
        if (!(state instanceof RequestState.Pending)) {
            throw new Problem.Conflict(Standing.sentence(state)).asException();
        }
    }

    private void requireUntouched() {
        requirePending();
        if (changes.stream()
                .anyMatch(
                        change ->
                                !change.state().open()
                                        && !(change.state() instanceof ChangeState.Cancelled))) {
            throw new Problem.Conflict(
                            "A part of it was decided already: finish the other changes one by"
                                    + " one.")
                    .asException();
        }
    }

    private ChangeRequest withReview(Review review) {
        List<Review> all = new ArrayList<>(reviews);
        all.add(review);
        return new ChangeRequest(
                id,
                version,
                requester,
                beneficiary,
                justification,
                requestedAt,
                review.at(),
                expiresAt,
                state,
                changes,
                all,
                comments,
                Optional.of(review.rule()));
    }

    private ChangeRequest in(RequestState next, Instant at) {
        return new ChangeRequest(
                id,
                version,
                requester,
                beneficiary,
                justification,
                requestedAt,
                at,
                expiresAt,
                next,
                changes,
                reviews,
                comments,
                rule);
    }

    private ChangeRequest map(Instant at, UnaryOperator<RequestedChange> step) {
        List<RequestedChange> next = changes.stream().map(step).toList();
        return new ChangeRequest(
                id,
                version,
                requester,
                beneficiary,
                justification,
                requestedAt,
                at,
                expiresAt,
                Standing.of(next, at),
                next,
                reviews,
                comments,
                rule);
    }
}
