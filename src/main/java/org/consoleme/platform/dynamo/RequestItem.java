package org.consoleme.platform.dynamo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Version;
import org.consoleme.shared.RequestId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A row of {@code consoleme_request_state}: the request with its exact documents. Times are epoch
 * milliseconds. Only a pending request has an {@code expiry_shard}, and so a place in the index by
 * expiry.
 */
final class RequestItem {
    static final int SHARDS = 4;

    /**
     * One for all: an entry is written when a request is made and never again, which one partition
     * takes a thousand times a second.
     */
    private static final String TIME_SHARD = "0";

    /** {@code last_updated} of ConsoleMe's item as we wrote it, epoch seconds. */
    private static final String PROJECTED_AT = "projected_at";

    private RequestItem() {}

    /**
     * @param version the new one
     */
    static Map<String, AttributeValue> of(ChangeRequest request, Version version) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("request_id", request.id().value());
        row.put("revision", version.revision());
        version.projection().ifPresent(at -> row.put(PROJECTED_AT, at));
        row.put("requester", request.requester().value());
        row.put("requester_key", request.requester().key());
        row.put("beneficiary", request.beneficiary().value());
        row.put("justification", request.justification());
        row.put("requested_at", request.requestedAt().toEpochMilli());
        row.put("last_updated", request.lastUpdated().toEpochMilli());
        request.expiresAt().ifPresent(at -> row.put("expires_at", at.toEpochMilli()));
        RequestStateItem.put(row, request.state());
        row.put("time_shard", TIME_SHARD);
        row.put("state_shard", shard(request.state().name(), shard(request.id())));
        if (request.state() instanceof RequestState.Pending && request.expiresAt().isPresent()) {
            row.put("expiry_shard", Integer.toString(shard(request.id())));
        }
        row.put("changes", request.changes().stream().map(ChangeItem::of).toList());
        row.put("reviews", request.reviews().stream().map(ReviewItem::of).toList());
        row.put("comments", request.comments().stream().map(ReviewItem::of).toList());
        request.rule().ifPresent(rule -> row.put("rule", rule));
        EarlierContentItem.put(row, request);
        return ItemCodec.OURS.item(row);
    }

    private static int shard(RequestId id) {
        return Math.floorMod(id.value().hashCode(), SHARDS);
    }

    private static String shard(RequestState.Name state, int shard) {
        return StoredWords.word(state) + "#" + shard;
    }

    /** The partitions of the index by state. */
    static List<String> shards(RequestState.Name state) {
        return IntStream.range(0, SHARDS).mapToObj(shard -> shard(state, shard)).toList();
    }

    /** The partitions of the index by time. */
    static List<String> timeShards() {
        return List.of(TIME_SHARD);
    }

    /** An earlier release stored rows so, before there was an index by time. */
    static boolean isWithoutTime(Map<String, AttributeValue> row) {
        return !row.containsKey("time_shard");
    }

    /** The same row with its place in the index by time. */
    static Map<String, AttributeValue> withTime(Map<String, AttributeValue> row) {
        Map<String, AttributeValue> whole = new LinkedHashMap<>(row);
        whole.put("time_shard", AttributeValue.fromS(TIME_SHARD));
        return whole;
    }

    /** The partitions of the index by expiry. */
    static List<String> expiryShards() {
        return IntStream.range(0, SHARDS).mapToObj(Integer::toString).toList();
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Conflict} with the words for it if this
     *     release cannot read the row
     */
    static ChangeRequest read(Map<String, AttributeValue> attributes) {
        Item row = new Item(attributes);
        return new ChangeRequest(
                StoredWords.request(row, "request_id"),
                new Version(
                        row.whole("revision").orElseThrow(() -> Unreadable.without("revision")),
                        projectedAt(row)),
                StoredWords.user(row, "requester"),
                StoredWords.user(row, "beneficiary"),
                row.text("justification").orElse(""),
                StoredWords.at(row, "requested_at"),
                StoredWords.at(row, "last_updated"),
                row.millis("expires_at"),
                RequestStateItem.read(row),
                row.items("changes").stream().map(ChangeItem::read).toList(),
                row.items("reviews").stream().map(ReviewItem::read).toList(),
                ReviewItem.comments(row),
                row.text("rule"),
                EarlierContentItem.read(row));
    }

    private static Optional<Instant> projectedAt(Item row) {
        return row.whole(PROJECTED_AT).map(Instant::ofEpochSecond);
    }
}
