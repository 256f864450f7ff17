package org.consoleme.platform.dynamo;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.notifications.Copy;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * {@code consoleme_slack_cards}. A row outlives the last drawing of its card by a year. Beside the
 * cards, by their places, stand the copies that are wanted, by their names: these rows are in no
 * index, and say who is posting, until when, and then where it stands.
 */
@Single
public class DynamoPostedCards implements PostedCards {
    private static final Duration KEPT = Duration.ofDays(365);

    private final DynamoDatabase dynamo;
    private final Clock clock;
    private final WrittenEvents written;
    private final String table;
    private final String outbox;

    @Inject
    public DynamoPostedCards(
            DynamoDatabase dynamo,
            Configuration configuration,
            WrittenEvents written,
            Clock clock) {
        this.dynamo = dynamo;
        this.clock = clock;
        this.written = written;
        table = DynamoTables.from(configuration).slackCards().name();
        outbox = DynamoTables.from(configuration).outbox().name();
    }

    @Override
    public Optional<PostedCard> find(String place) {
        return read(row(place));
    }

    /** Without attributes if there is none. */
    private Map<String, AttributeValue> row(String key) {
        return dynamo.ask(
                        client ->
                                client.getItem(
                                        get ->
                                                get.tableName(table)
                                                        .consistentRead(true)
                                                        .key(key(key))))
                .item();
    }

    @Override
    public List<PostedCard> of(RequestId request) {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName("by_request")
                        .keyConditionExpression("request_id = :request")
                        .expressionAttributeValues(
                                Map.of(":request", AttributeValue.fromS(request.value())))
                        .build();
        return dynamo.ask(client -> client.queryPaginator(query).items().stream().toList()).stream()
                .flatMap(item -> read(item).stream())
                .toList();
    }

    @Override
    public Copy.Taking take(Copy copy, Instant now, Instant until) {
        PutItemRequest put =
                PutItemRequest.builder()
                        .tableName(table)
                        .item(item(copy, until, Optional.empty()))
                        .conditionExpression(
                                "attribute_not_exists(card_key)"
                                        + " OR (attribute_not_exists(stands_at)"
                                        + " AND taken_until <= :now)")
                        .expressionAttributeValues(
                                Map.of(":now", ItemCodec.OURS.attribute(now.toEpochMilli())))
                        .build();
        try {
            dynamo.ask(client -> client.putItem(put));
            return Copy.Taking.OURS;
        } catch (ConditionalCheckFailedException somebodyElses) {
            return new Item(row(copy.toString())).text("stands_at").isPresent()
                    ? Copy.Taking.POSTED
                    : Copy.Taking.TAKEN;
        }
    }

    @Override
    public boolean posted(Copy copy, Instant until, PostedCard card) {
        Transaction both =
                new Transaction()
                        .put(table, item(card))
                        .put(
                                table,
                                item(copy, until, Optional.of(card.place())),
                                "taken_until = :until",
                                Map.of(":until", ItemCodec.OURS.attribute(until.toEpochMilli())));
        return stored(both);
    }

    private Map<String, AttributeValue> item(Copy copy, Instant until, Optional<String> place) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("card_key", copy.toString());
        row.put("taken_until", until.toEpochMilli());
        place.ifPresent(standing -> row.put("stands_at", standing));
        row.put("ttl", clock.instant().plus(KEPT).getEpochSecond());
        return ItemCodec.OURS.item(row);
    }

    @Override
    public void free(Copy copy, Instant until) {
        delete(
                copy.toString(),
                "attribute_not_exists(stands_at) AND taken_until = :mine",
                ItemCodec.OURS.attribute(until.toEpochMilli()));
    }

    /** The card last: who dies between the two finds it, and comes here again. */
    @Override
    public void forget(Copy copy, String place) {
        delete(copy.toString(), "stands_at = :mine", AttributeValue.fromS(place));
        dynamo.ask(client -> client.deleteItem(delete -> delete.tableName(table).key(key(place))));
    }

    private void delete(String key, String condition, AttributeValue mine) {
        DeleteItemRequest delete =
                DeleteItemRequest.builder()
                        .tableName(table)
                        .key(key(key))
                        .conditionExpression(condition)
                        .expressionAttributeValues(Map.of(":mine", mine))
                        .build();
        try {
            dynamo.ask(client -> client.deleteItem(delete));
        } catch (ConditionalCheckFailedException somebodyElses) {
            return;
        }
    }

    private Map<String, AttributeValue> item(PostedCard card) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("card_key", card.place());
        row.put("request_id", card.request().value());
        row.put("kind", card.kind().name());
        row.put("hash", card.hash());
        row.put("revision", card.revision());
        row.put("posted_at", card.postedAt().toEpochMilli());
        if (!card.occasion().isEmpty()) {
            row.put("occasion", card.occasion());
        }
        row.put("ttl", clock.instant().plus(KEPT).getEpochSecond());
        return ItemCodec.OURS.item(row);
    }

    @Override
    public boolean replace(PostedCard before, PostedCard after) {
        PutItemRequest put =
                PutItemRequest.builder()
                        .tableName(table)
                        .item(item(after))
                        .conditionExpression("revision = :before")
                        .expressionAttributeValues(
                                Map.of(":before", ItemCodec.OURS.attribute(before.revision())))
                        .build();
        try {
            dynamo.ask(client -> client.putItem(put));
            return true;
        } catch (ConditionalCheckFailedException notThatOneAnyMore) {
            return false;
        }
    }

    @Override
    public boolean outdated(PostedCard card, Instant now) {
        List<OutboxEvent> events =
                OutboxItem.events(
                        card.request().value(), List.of(OutboxEvent.Kind.ANNOUNCE_REQUEST), now);
        Transaction both =
                new Transaction()
                        .put(
                                table,
                                item(card.outdated()),
                                "revision = :before",
                                Map.of(":before", ItemCodec.OURS.attribute(card.revision())));
        events.forEach(event -> both.put(outbox, OutboxItem.of(event)));
        if (stored(both)) {
            written.tell(events);
            return true;
        }
        return false;
    }

    /**
     * @return false if a condition was not met
     */
    private boolean stored(Transaction transaction) {
        try {
            transaction.run(dynamo);
            return true;
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Conflict) {
                return false;
            }
            throw e;
        }
    }

    /** Empty for a row that is no card of ours: a click on it counts for nothing. */
    private static Optional<PostedCard> read(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        Optional<String> place = item.text("card_key");
        Optional<RequestId> request =
                item.text("request_id").filter(RequestId::isRequestId).map(RequestId::new);
        Optional<PostedCard.Kind> kind = item.text("kind").flatMap(DynamoPostedCards::kind);
        Optional<Instant> posted = item.millis("posted_at");
        if (place.isEmpty() || request.isEmpty() || kind.isEmpty() || posted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new PostedCard(
                        place.get(),
                        request.get(),
                        kind.get(),
                        item.text("hash").orElse(""),
                        item.whole("revision").orElse(0L),
                        posted.get(),
                        item.text("occasion").orElse("")));
    }

    private static Optional<PostedCard.Kind> kind(String word) {
        return Arrays.stream(PostedCard.Kind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst();
    }

    private static Map<String, AttributeValue> key(String place) {
        return Map.of("card_key", AttributeValue.fromS(place));
    }
}
