package org.consoleme.slack.requests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.Ruling;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.StandingApprovals;
import org.consoleme.shared.UserId;

/**
 * What a card says besides the request itself.
 *
 * @param account its name, or its number where it has none
 * @param gives what approving would change, in words, the widest first
 * @param risks why to look twice, the gravest first
 * @param high whether only the console takes an approval, whatever has room on the card
 * @param approvers users and groups who decide, by name
 * @param rule that governs now; empty if nobody can approve
 * @param needed how many different people have to approve
 * @param closed why nobody can approve, its {@link #overdue time} and {@link #GONE} among it; empty
 *     if somebody can
 * @param grant where the grant stands that came of it
 * @param channel where the governing rule wants the card to be
 */
record RequestFacts(
        String account,
        List<String> gives,
        List<String> risks,
        boolean high,
        List<String> approvers,
        Optional<String> rule,
        int needed,
        Optional<Ruling.Closed> closed,
        Optional<GrantEnd> grant,
        Optional<String> channel) {
    /**
     * As many comments as a request takes: so that no revision is below what the record has of
     * cards that were drawn when comments still counted.
     */
    private static final long MOST_SAID = 200;

    private static final String OVERDUE = "Expired";

    /** What it asks for is there no more. */
    static final Ruling.Closed GONE =
            new Ruling.Closed("Gone", "The role was deleted, or its account was.");

    RequestFacts {
        gives = List.copyOf(gives);
        risks = List.copyOf(risks);
        approvers = List.copyOf(approvers);
    }

    /** Its time is over, which is not yet written in it. */
    static Ruling.Closed overdue(ChangeRequest request) {
        return new Ruling.Closed(OVERDUE, StandingApprovals.expired(request));
    }

    /**
     * Of the request and of what came of it; grows with each change of either, and when it can be
     * decided again: what was drawn before that is out of date. Comments stand on no card and do
     * not count.
     */
    long revision(ChangeRequest request) {
        long changes =
                request.version().revision()
                        - said(request)
                        + MOST_SAID
                        + grant.map(GrantEnd::revision).orElse(0L);
        return 2 * changes + (isClosed(request) ? 0 : 1);
    }

    /** Each is a revision of the request by itself; what the system says comes with a change. */
    private static long said(ChangeRequest request) {
        return request.comments().stream()
                .filter(comment -> !comment.by().equals(ChangeRequest.SYSTEM))
                .count();
    }

    /**
     * Whether a card shows something else than is so now: an older revision, or that somebody can
     * approve what nobody can.
     *
     * @param drawn the card's
     */
    boolean outdates(long drawn, ChangeRequest request) {
        long now = revision(request);
        return drawn < now || (isClosed(request) && drawn == now + 1);
    }

    private boolean isClosed(ChangeRequest request) {
        return closed.isPresent() && request.state() instanceof RequestState.Pending;
    }

    /** Whether nobody will ever decide it, whatever the rules and the directory say tomorrow. */
    boolean undecidable() {
        return closed.filter(why -> why.cause().equals(OVERDUE) || why.equals(GONE)).isPresent();
    }

    /** The grant that came of it, while it lives. */
    Optional<GrantEnd> liveGrant() {
        return grant.filter(GrantEnd::live);
    }

    /**
     * When a grant ends, or ended.
     *
     * @param id the grant's
     * @param how the word for how it ended before its time; empty if it did not
     * @param revokedBy who took it away; empty if nobody did
     */
    record GrantEnd(
            String id,
            long revision,
            Instant at,
            boolean live,
            Optional<String> how,
            Optional<UserId> revokedBy) {}
}
