package org.consoleme.web.console.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Comment;
import org.consoleme.requests.OlderRequest;
import org.consoleme.requests.RequestRisk;
import org.consoleme.requests.Review;
import org.consoleme.requests.Rights;
import org.consoleme.requests.StandingApprovals;
import org.consoleme.shared.UserId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request as its page shows it; the first members are those of a line in a list.
 *
 * @param unreadable what is wrong with one that cannot be read; nothing else of it is shown then
 * @param hash names what is shown here, and a decision repeats it; null for an older one
 * @param endedBy who brought it where it stands; null where nobody did
 * @param endReason their words
 * @param rule that governs now; null if nobody can approve
 * @param maxMinutes the longest time that a role can be asked for by that rule; null if nobody can
 *     approve
 * @param usualMinutes how long a decision by that rule usually takes; null where too few are known,
 *     or nothing waits
 * @param closed why nobody can approve
 * @param grant what came of it, where a role was asked for
 * @param extendedRequest an older one in ConsoleMe's own JSON, as a text
 */
public record RequestDetailJson(
        String id,
        @Schema(
                        enumeration = {
                            "pending",
                            "approved",
                            "applying",
                            "applied",
                            "failed",
                            "rejected",
                            "cancelled",
                            "expired"
                        })
                String state,
        Optional<RoleNameJson> role,
        String summary,
        @Schema(enumeration = {"low", "medium", "high"}) String risk,
        Optional<String> requester,
        Optional<String> beneficiary,
        String justification,
        Optional<Instant> requestedAt,
        Optional<Instant> expiresAt,
        boolean older,
        Optional<String> unreadable,
        Optional<String> hash,
        Optional<Instant> lastUpdated,
        Optional<String> endedBy,
        Optional<String> endReason,
        List<ChangeJson> changes,
        List<ReviewJson> reviews,
        List<CommentJson> comments,
        RightsJson rights,
        Optional<String> rule,
        int needed,
        List<String> approvers,
        Optional<Long> maxMinutes,
        Optional<Long> usualMinutes,
        Optional<String> closed,
        Optional<GrantJson> grant,
        Optional<String> extendedRequest) {

    /**
     * What one person decided.
     *
     * @param current false for one that counts no more: the request was edited since, or another
     *     rule governs it
     */
    public record ReviewJson(
            String by,
            Instant at,
            @Schema(enumeration = {"slack", "web", "weep", "batch"}) String door,
            @Schema(enumeration = {"approved", "rejected"}) String verdict,
            Optional<String> reason,
            boolean current) {
        static ReviewJson of(Review review, boolean current) {
            return new ReviewJson(
                    review.by().value(),
                    review.at(),
                    Words.of(review.door()),
                    Words.of(review.verdict()),
                    review.reason(),
                    current);
        }
    }

    /**
     * @param by {@code system} where no person said it
     */
    public record CommentJson(String id, String by, Instant at, String text) {
        static CommentJson of(Comment comment) {
            return new CommentJson(
                    comment.id(), comment.by().value(), comment.at(), comment.text());
        }
    }

    /**
     * What the one who looks may do.
     *
     * @param bypass they may decide it although it is their own
     * @param revoke they may take the live grant, which is somebody else's, away
     */
    public record RightsJson(
            boolean approve,
            boolean reject,
            boolean bypass,
            boolean edit,
            boolean withdraw,
            boolean cancelChange,
            boolean retry,
            boolean reopen,
            boolean revoke) {
        private static final RightsJson NONE =
                new RightsJson(false, false, false, false, false, false, false, false, false);

        static RightsJson of(Rights rights, boolean revoke) {
            return new RightsJson(
                    rights.approve(),
                    rights.reject(),
                    rights.bypass(),
                    rights.edit(),
                    rights.withdraw(),
                    rights.cancelChange(),
                    rights.retry(),
                    rights.reopen(),
                    revoke);
        }
    }

    /**
     * What others than the request itself know.
     *
     * @param grant what came of it
     * @param revoke whether the one who looks may take that away
     * @param usual how long a decision usually takes
     */
    record Beside(Optional<GrantJson> grant, boolean revoke, Optional<Duration> usual) {
        static final Beside NOTHING = new Beside(Optional.empty(), false, Optional.empty());
    }

    static RequestDetailJson of(
            ChangeRequest request,
            RequestRowJson row,
            Rights rights,
            Beside beside,
            RequestRisk risks) {
        String hash = request.hash();
        StandingApprovals standing = StandingApprovals.of(request, rights.rule());
        Optional<EndOfRequest> end = EndOfRequest.of(request);
        return new RequestDetailJson(
                row.id(),
                row.state(),
                row.role(),
                row.summary(),
                row.risk(),
                row.requester(),
                row.beneficiary(),
                row.justification(),
                row.requestedAt(),
                row.expiresAt(),
                false,
                Optional.empty(),
                Optional.of(hash),
                Optional.of(request.lastUpdated()),
                end.map(EndOfRequest::by).map(UserId::value),
                end.flatMap(EndOfRequest::reason),
                request.changes().stream()
                        .map(change -> ChangeJson.of(change, standing.count(change.id()), risks))
                        .toList(),
                request.reviews().stream()
                        .map(review -> ReviewJson.of(review, current(review, hash, standing)))
                        .toList(),
                request.comments().stream().map(CommentJson::of).toList(),
                RightsJson.of(rights, beside.revoke()),
                rights.rule(),
                rights.needed(),
                rights.approvers(),
                rights.longest().map(Duration::toMinutes),
                beside.usual().map(Words::minutes),
                rights.closed(),
                beside.grant(),
                Optional.empty());
    }

    private static boolean current(Review review, String hash, StandingApprovals standing) {
        return switch (review.verdict()) {
            case APPROVED -> standing.reviews().contains(review);
            case REJECTED -> review.hash().equals(hash);
        };
    }

    static RequestDetailJson of(OlderRequest request, RequestRowJson row) {
        return toRead(row, request.lastUpdated(), request.extendedRequest());
    }

    /** One that cannot be read: what its line in a list says. */
    static RequestDetailJson unreadable(RequestRowJson row) {
        return toRead(row, Optional.empty(), Optional.empty());
    }

    /** Nothing can be done with it. */
    private static RequestDetailJson toRead(
            RequestRowJson row, Optional<Instant> lastUpdated, Optional<String> extendedRequest) {
        return new RequestDetailJson(
                row.id(),
                row.state(),
                row.role(),
                row.summary(),
                row.risk(),
                row.requester(),
                row.beneficiary(),
                row.justification(),
                row.requestedAt(),
                Optional.empty(),
                row.older(),
                row.unreadable(),
                Optional.empty(),
                lastUpdated,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                RightsJson.NONE,
                Optional.empty(),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                extendedRequest);
    }
}
