package org.consoleme.platform.dynamo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Comment;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Review;
import org.consoleme.requests.StandingApprovals;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A request of ours as an item of ConsoleMe's own {@code consoleme_policy_requests}, version 2:
 * made anew from the request each time, with its ARN, which ConsoleMe itself may have dropped.
 */
final class PolicyRequestItem {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** Who says what nobody said. */
    private static final String SYSTEM = "consoleme";

    private PolicyRequestItem() {}

    /** Whether ConsoleMe has requests of that kind: a role for a time lives with us alone. */
    static boolean has(ChangeRequest request) {
        return request.changes().stream().anyMatch(change -> ConsoleMeChange.has(change.change()));
    }

    /** Empty if ConsoleMe has nothing of that kind. */
    static Optional<Map<String, AttributeValue>> of(ChangeRequest request) {
        if (!has(request)) {
            return Optional.empty();
        }
        List<Map<String, Object>> changes =
                request.changes().stream().flatMap(c -> ConsoleMeChange.of(c).stream()).toList();
        RoleArn role = request.changes().getFirst().change().role();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("request_id", request.id().value());
        item.put("arn", role.toString());
        item.put("principal", ConsoleMeChange.principal(role));
        item.put("status", status(request.state()));
        item.put("justification", request.justification());
        item.put("request_time", request.requestedAt().getEpochSecond());
        item.put("last_updated", lastUpdated(request).getEpochSecond());
        item.put("version", "2");
        item.put("extended_request", extended(request, role, changes));
        item.put("username", request.requester().value());
        return Optional.of(ItemCodec.CONSOLEME.item(item));
    }

    /** Whole seconds, as ConsoleMe counts. */
    static Instant lastUpdated(ChangeRequest request) {
        return Instant.ofEpochSecond(request.lastUpdated().getEpochSecond());
    }

    private static Map<String, Object> extended(
            ChangeRequest request, RoleArn role, List<Map<String, Object>> changes) {
        Map<String, Object> extended = new LinkedHashMap<>();
        extended.put("id", request.id().value());
        extended.put("request_url", null);
        extended.put("principal", ConsoleMeChange.principal(role));
        extended.put("timestamp", ISO.format(request.requestedAt()));
        extended.put("justification", request.justification());
        extended.put("requester_email", request.requester().value());
        extended.put("approvers", List.of());
        extended.put("request_status", status(request.state()));
        extended.put("cross_account", false);
        extended.put(
                "arn_url", "/policies/edit/" + role.account().value() + "/iamrole/" + role.name());
        extended.put("admin_auto_approve", false);
        extended.put("changes", Map.of("changes", changes));
        extended.put("requester_info", ConsoleMePerson.of(request.requester().value()));
        extended.put("reviewer", reviewer(request).map(UserId::value).orElse(null));
        extended.put("comments", comments(request));
        return extended;
    }

    private static String status(RequestState state) {
        return switch (state) {
            case RequestState.Pending pending -> "pending";
            case RequestState.Approved approved -> "approved";
            case RequestState.Applying applying -> "approved";
            case RequestState.Applied applied -> "approved";
            case RequestState.Failed failed -> "pending";
            case RequestState.Rejected rejected -> "rejected";
            case RequestState.Cancelled cancelled -> "cancelled";
            case RequestState.Expired expired -> "cancelled";
        };
    }

    /** Who brought the request where it stands (B08: nobody else). */
    private static Optional<UserId> reviewer(ChangeRequest request) {
        return switch (request.state()) {
            case RequestState.Pending pending -> Optional.empty();
            case RequestState.Expired expired -> Optional.empty();
            case RequestState.Rejected rejected -> Optional.of(rejected.by());
            case RequestState.Cancelled cancelled -> Optional.of(cancelled.by());
            case RequestState.Approved approved -> lastApprover(request);
            case RequestState.Applying applying -> lastApprover(request);
            case RequestState.Applied applied -> lastApprover(request);
            case RequestState.Failed failed -> lastApprover(request);
        };
    }

    private static Optional<UserId> lastApprover(ChangeRequest request) {
        return request.reviews().reversed().stream()
                .filter(review -> review.verdict() == Review.Verdict.APPROVED)
                .map(Review::by)
                .findFirst();
    }

    private static List<Map<String, Object>> comments(ChangeRequest request) {
        List<Map<String, Object>> comments = new ArrayList<>();
        for (Comment comment : request.comments()) {
            comments.add(comment(comment.id(), comment.at(), comment.by().value(), comment.text()));
        }
        if (request.state() instanceof RequestState.Expired expired) {
            UUID id =
                    UUID.nameUUIDFromBytes(
                            (request.id() + " expired").getBytes(StandardCharsets.UTF_8));
            comments.add(
                    comment(
                            id.toString(),
                            expired.at(),
                            SYSTEM,
                            StandingApprovals.of(request, request.rule()).reviews().isEmpty()
                                    ? "Expired: nobody decided in time."
                                    : "Expired: not enough people decided in time."));
        }
        return comments;
    }

    private static Map<String, Object> comment(String id, Instant at, String by, String text) {
        Map<String, Object> comment = new LinkedHashMap<>();
        comment.put("id", id);
        comment.put("timestamp", ISO.format(at));
        comment.put("edited", null);
        comment.put("last_modified", ISO.format(at));
        comment.put("user_email", by);
        comment.put("user", ConsoleMePerson.of(by));
        comment.put("text", text);
        return comment;
    }
}
