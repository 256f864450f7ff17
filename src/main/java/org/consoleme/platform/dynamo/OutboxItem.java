package org.consoleme.platform.dynamo;

import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.consoleme.audit.Lane;
import org.consoleme.audit.OutboxEvent;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A row of {@code consoleme_outbox}. All events of one kind about one subject lie in one shard, in
 * the order of their ids; what is to be applied lies apart from what is to be told. Those that an
 * earlier release put into another shard stay where they are.
 */
final class OutboxItem {
    private static final int SHARDS = 4;

    static final List<String> SHARDS_TO_APPLY =
            IntStream.range(0, SHARDS).mapToObj(number -> shard(true, number)).toList();

    static final List<String> SHARDS_TO_TELL =
            IntStream.range(0, SHARDS).mapToObj(number -> shard(false, number)).toList();

    private OutboxItem() {}

    /** New events, due at once, in the order of their kinds. */
    static List<OutboxEvent> events(String subject, List<OutboxEvent.Kind> kinds, Instant at) {
        return kinds.stream()
                .map(
                        kind ->
                                new OutboxEvent(
                                        UlidCreator.getMonotonicUlid(at.toEpochMilli()).toString(),
                                        kind,
                                        subject,
                                        at,
                                        0,
                                        at))
                .toList();
    }

    static Map<String, AttributeValue> of(OutboxEvent event) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("shard", shard(event));
        row.put("event_id", event.id());
        row.put("kind", event.kind().name());
        row.put("subject", event.subject());
        row.put("at", event.at().toEpochMilli());
        row.put("attempts", event.attempts());
        row.put("not_before", event.notBefore().toEpochMilli());
        return ItemCodec.OURS.item(row);
    }

    static Map<String, AttributeValue> key(OutboxEvent event) {
        return Map.of(
                "shard", AttributeValue.fromS(shard(event)),
                "event_id", AttributeValue.fromS(event.id()));
    }

    private static String shard(OutboxEvent event) {
        return event.where().orElseGet(() -> shardOfNew(event));
    }

    private static String shardOfNew(OutboxEvent event) {
        return shard(Lane.of(event).applies(), Math.floorMod(event.subject().hashCode(), SHARDS));
    }

    private static String shard(boolean applies, int number) {
        return (applies ? "apply-" : "") + number;
    }

    /** Empty if a later release wrote it: its nodes know what to do. */
    static Optional<OutboxEvent> read(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        Optional<String> id = item.text("event_id");
        Optional<String> subject = item.text("subject");
        Optional<Instant> at = item.millis("at");
        Optional<Instant> notBefore = item.millis("not_before");
        if (id.isEmpty() || subject.isEmpty() || at.isEmpty() || notBefore.isEmpty()) {
            return Optional.empty();
        }
        return item.text("kind")
                .flatMap(OutboxItem::kind)
                .map(
                        kind ->
                                new OutboxEvent(
                                        id.get(),
                                        kind,
                                        subject.get(),
                                        at.get(),
                                        item.whole("attempts").orElse(0L).intValue(),
                                        notBefore.get()))
                .map(event -> in(item.text("shard"), event));
    }

    /** Whatever shard it was read in, there it is to be found again. */
    private static OutboxEvent in(Optional<String> shard, OutboxEvent event) {
        return new OutboxEvent(
                event.id(),
                event.kind(),
                event.subject(),
                event.at(),
                event.attempts(),
                event.notBefore(),
                shard.filter(read -> !read.equals(shardOfNew(event))));
    }

    private static Optional<OutboxEvent.Kind> kind(String word) {
        return Arrays.stream(OutboxEvent.Kind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst();
    }
}
