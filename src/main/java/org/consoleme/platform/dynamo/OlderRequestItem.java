package org.consoleme.platform.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.consoleme.platform.StoredJson;
import org.consoleme.requests.OlderRequest;
import org.consoleme.shared.RequestId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item of ConsoleMe's {@code consoleme_policy_requests}, whatever wrote it: version 1, or
 * version 2 with changes of any of their versions. Nothing in it is taken for granted: what is
 * missing is taken from where it stands a second time, and what makes no sense is said.
 */
final class OlderRequestItem {
    private static final int MAX_SUMMARY = 200;

    private OlderRequestItem() {}

    /** Empty if its id is none that a route could carry. */
    static Optional<OlderRequest> read(Map<String, AttributeValue> attributes) {
        return new Item(attributes)
                .text("request_id")
                .filter(RequestId::isRequestId)
                .map(id -> read(new RequestId(id), ItemCodec.values(attributes)));
    }

    private static OlderRequest read(RequestId id, Map<String, Object> item) {
        Optional<Map<String, Object>> extended = OlderValues.map(item.get("extended_request"));
        Map<String, Object> inside = extended.orElse(Map.of());
        List<Map<String, Object>> changes = OlderExtended.changes(inside);
        Optional<String> arn = OlderExtended.arn(item, inside);
        int version = OlderValues.version(item.get("version"));
        return new OlderRequest(
                id,
                arn,
                first(item.get("status"), inside.get("request_status")).orElse("unknown"),
                first(item.get("username"), inside.get("requester_email")),
                first(item.get("justification"), inside.get("justification")),
                Times.of(item.get("request_time")).or(() -> Times.of(inside.get("timestamp"))),
                Times.of(item.get("last_updated")),
                version,
                extended.map(e -> StoredJson.write(OlderExtended.upgraded(e, arn))),
                changes.stream()
                        .flatMap(change -> OlderValues.text(change.get("change_type")).stream())
                        .toList(),
                unreadable(version, extended, changes));
    }

    private static Optional<String> first(Object... values) {
        return Stream.of(values).flatMap(value -> OlderValues.text(value).stream()).findFirst();
    }

    private static Optional<String> unreadable(
            int version,
            Optional<Map<String, Object>> extended,
            List<Map<String, Object>> changes) {
        if (version < 2) {
            return Optional.empty();
        }
        if (version > 2) {
            return Optional.of("It is of version " + version + ", which is not known.");
        }
        if (extended.isEmpty()) {
            return Optional.of("It is of version 2 and has no extended request.");
        }
        if (changes.isEmpty()) {
            return Optional.of("It has no changes that could be shown.");
        }
        return changes.stream()
                .filter(change -> OlderValues.text(change.get("change_type")).isEmpty())
                .findFirst()
                .map(change -> "A change of it has no type.");
    }

    /** The same without what only its own page needs. */
    static OlderRequest summary(OlderRequest request) {
        return new OlderRequest(
                request.id(),
                request.arn(),
                request.status(),
                request.requester(),
                request.justification().map(OlderRequestItem::cut),
                request.requestedAt(),
                request.lastUpdated(),
                request.version(),
                Optional.empty(),
                request.changeTypes(),
                request.unreadable());
    }

    private static String cut(String text) {
        return text.length() <= MAX_SUMMARY ? text : text.substring(0, MAX_SUMMARY) + "…";
    }

    /** For an id that stands for several items: their keys have the ARN in them too. */
    static OlderRequest ambiguous(OlderRequest one) {
        return new OlderRequest(
                one.id(),
                one.arn(),
                one.status(),
                one.requester(),
                one.justification(),
                one.requestedAt(),
                one.lastUpdated(),
                one.version(),
                one.extendedRequest(),
                one.changeTypes(),
                Optional.of("Several items have this id, of different ARNs."));
    }
}
