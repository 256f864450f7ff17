package org.consoleme.requests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;

/**
 * Somebody asks for changes to one role, for themselves or for somebody else. Immutable; each
 * method is one transition and says {@code Conflict} where it is not possible. Who may is decided
 * before.
 *
 * @param beneficiary for whom: they can no more decide than the requester
 * @param justification plain text; may be empty where the configuration does not want one
 * @param expiresAt when a request that nobody decided ends; whole seconds
 * @param changes at least one, all of the same role
 * @param rule the name of the rule that the last step went by; empty before the first
 * @param earlier what was asked for before it was edited or opened again
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
        Optional<String> rule,
        List<EarlierContent> earlier) {
    /** Who did what no person did: a rule, or the clock. No sign-in name looks like it. */
    public static final UserId SYSTEM = new UserId("system");

    public ChangeRequest {
        changes = List.copyOf(changes);
        reviews = List.copyOf(reviews);
        comments = List.copyOf(comments);
        earlier = List.copyOf(earlier);
        if (changes.isEmpty()) {
            throw new Problem.Invalid("changes", "a request asks for at least one change")
                    .asException();
        }
        if (changes.stream().map(change -> change.change().role()).distinct().count() > 1) {
            throw new Problem.Invalid("changes", "all changes of a request are of one role")
                    .asException();
        }
    }

    /** One that asks for what it asked for from the beginning. */
    public ChangeRequest(
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
        this(
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
                rule,
                List.of());
    }

    public RoleArn role() {
        return changes.getFirst().change().role();
    }

    /** What approvers are shown and decide on; another text, length or person is another hash. */
    public String hash() {
        return ReviewedHash.of(this);
    }

    /**
     * What it asks for otherwise than when it had that hash; plain text, at most 20 lines. Nothing
     * where it is the hash of now, or none that is remembered.
     */
    public List<String> changedSince(String hash) {
        return ChangedSince.lines(this, hash);
    }

    /** Whether it is the user's own, whatever the spelling: {@link SamePerson}. */
    public boolean concerns(UserId user) {
        return OwnPeople.of(this).stream().anyMatch(one -> SamePerson.same(one, user));
    }

    /** Changes that wait for a decision. */
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
     * different people approved this very hash; a rejection ends the request, unless a part of it
     * was decided already.
     *
     * @param needed 1 or more
     */
    public ChangeRequest reviewed(Review review, int needed) {
        return new Reviewing(this, review).result(needed);
    }

    /** Whether they approved it as it is now, and by this rule: else it does not count. */
    public boolean approvedBy(UserId user, String changeId, String rule) {
        return Reviewing.approvers(this, changeId, rule).anyMatch(SamePerson.key(user)::equals);
    }

    /**
     * Puts another content in the place of a change that is open or was carried out in vain; it is
     * open then, and approvals so far are void.
     *
     * @param expiresAt the time to decide begins anew
     */
    public ChangeRequest edited(
            String changeId, Change other, UserId by, Instant at, Instant expiresAt) {
        StillPossible.requireUndone(this, changeId);
        return Revised.of(this)
                .at(at)
                .expiresAt(expiresAt)
                .remembering(change(changeId))
                .only(changeId, change -> change.rewritten(other, by).in(new ChangeState.Open()))
                .build();
    }

    /** Gives up one change that is open or was carried out in vain. */
    public ChangeRequest changeCancelled(String changeId, UserId by, Instant at) {
        StillPossible.requireUndone(this, changeId);
        return Revised.of(this)
                .at(at)
                .only(changeId, change -> change.in(new ChangeState.Cancelled(by, at)))
                .build();
    }

    /** Takes the whole request back, unless a part of it was decided already. */
    public ChangeRequest cancelled(UserId by, Instant at) {
        StillPossible.requireUntouched(this);
        return Revised.of(this).at(at).state(new RequestState.Cancelled(by, at)).build();
    }

    /** Ends what nobody decided in time; of a request decided in part, the changes still open. */
    public ChangeRequest expired(Instant at) {
        StillPossible.requirePending(this);
        return Closing.expired(this, at);
    }

    /**
     * Opens a rejected, cancelled or expired request again, with all that was cancelled in it.
     * Approvals from before are void.
     *
     * @param expiresAt later than before
     */
    public ChangeRequest reopened(Instant at, Instant expiresAt) {
        return Closing.reopened(this, at, expiresAt);
    }

    /** Approved by a rule that needs nobody; a comment says so. */
    public ChangeRequest approvedBy(String ruleName, Instant at) {
        StillPossible.requirePending(this);
        return Revised.of(this)
                .at(at)
                .rule(ruleName)
                .each(change -> change.in(new ChangeState.Approved(at)))
                .and(Comment.bySystem(at, "The rule " + ruleName + " approved this."))
                .build();
    }

    public ChangeRequest commented(Comment comment) {
        return Revised.of(this).at(comment.at()).and(comment).build();
    }

    public boolean hasComment(String commentId) {
        return comments.stream().anyMatch(comment -> comment.id().equals(commentId));
    }

    /** Moves one change along while it is carried out. */
    public ChangeRequest outcome(String changeId, ChangeState next, Instant at) {
        if (!change(changeId).state().leadsTo(next)) {
            throw StillPossible.conflict(Standing.sentence(this));
        }
        return Revised.of(this).at(at).only(changeId, change -> change.in(next)).build();
    }

    /** Tries the failed changes again, as they were approved, if that still counts. */
    public ChangeRequest retried(Instant at) {
        return Approvals.retried(this, at);
    }

    public ChangeRequest at(Version stored) {
        return Revised.of(this).version(stored).build();
    }

    /** When it was rejected, cancelled or expired; empty if it was not. */
    public Optional<Instant> closedAt() {
        return Closing.closedAt(state);
    }

    /** Whether its time is over, be that written already or not. */
    public boolean overdue(Instant now) {
        return state instanceof RequestState.Pending
                && expiresAt.filter(end -> !now.isBefore(end)).isPresent();
    }

    /** Nothing of it was ever approved. */
    public boolean untouched() {
        return changes.stream()
                .map(RequestedChange::state)
                .allMatch(s -> s.open() || s instanceof ChangeState.Cancelled);
    }
}
