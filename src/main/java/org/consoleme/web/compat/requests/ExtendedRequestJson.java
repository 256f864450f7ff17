package org.consoleme.web.compat.requests;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Review;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;

/**
 * A request in ConsoleMe's model.
 *
 * @param requestUrl ConsoleMe's for templates alone
 * @param approvers ConsoleMe never says
 * @param arnUrl the role's page
 */
record ExtendedRequestJson(
        String id,
        @JsonProperty("request_url") String requestUrl,
        PrincipalJson principal,
        String timestamp,
        String justification,
        @JsonProperty("requester_email") String requesterEmail,
        List<String> approvers,
        @JsonProperty("request_status") String status,
        @JsonProperty("cross_account") boolean crossAccount,
        @JsonProperty("arn_url") String arnUrl,
        @JsonProperty("admin_auto_approve") boolean adminAutoApprove,
        Changes changes,
        @JsonProperty("requester_info") PersonJson requesterInfo,
        Optional<String> reviewer,
        List<CommentJson> comments) {

    /** ConsoleMe nests them. */
    record Changes(List<ChangeJson> changes) {}

    static ExtendedRequestJson of(ChangeRequest request) {
        RoleArn role = request.role();
        return new ExtendedRequestJson(
                request.id().value(),
                null,
                PrincipalJson.of(role),
                Times.text(request.requestedAt()),
                request.justification(),
                request.requester().value(),
                List.of(),
                status(request.state().name()),
                false,
                pageOf(role),
                false,
                new Changes(request.changes().stream().map(ChangeJson::of).toList()),
                PersonJson.of(request.requester()),
                reviewer(request).map(UserId::value),
                request.comments().stream().map(CommentJson::of).toList());
    }

    static String pageOf(RoleArn role) {
        return "/policies/edit/" + role.account().value() + "/iamrole/" + role.name();
    }

    /** In ConsoleMe's four words, as its own table has it. */
    static String status(RequestState.Name state) {
        return switch (state) {
            case PENDING, FAILED -> "pending";
            case APPROVED, APPLYING, APPLIED -> "approved";
            case REJECTED -> "rejected";
            case CANCELLED, EXPIRED -> "cancelled";
        };
    }

    /** Who brought it where it stands: no bystander, and no requester (B08). */
    private static Optional<UserId> reviewer(ChangeRequest request) {
        return switch (request.state()) {
            case RequestState.Pending _ -> Optional.empty();
            case RequestState.Expired _ -> Optional.empty();
            case RequestState.Rejected rejected -> Optional.of(rejected.by());
            case RequestState.Cancelled cancelled -> Optional.of(cancelled.by());
            case RequestState.Approved _ -> lastApprover(request);
            case RequestState.Applying _ -> lastApprover(request);
            case RequestState.Applied _ -> lastApprover(request);
            case RequestState.Failed _ -> lastApprover(request);
        };
    }

    private static Optional<UserId> lastApprover(ChangeRequest request) {
        return request.reviews().reversed().stream()
                .filter(review -> review.verdict() == Review.Verdict.APPROVED)
                .map(Review::by)
                .findFirst();
    }
}
