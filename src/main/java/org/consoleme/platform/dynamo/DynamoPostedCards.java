package org.consoleme.platform.dynamo;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.notifications.Copy;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * {@code consoleme_slack_cards}. Beside the cards, by their places, stand the copies that are
 * wanted, by their names: these rows are in no index, and say who is posting, until when, and then
 * where it stands.
 */
@Single
public class DynamoPostedCards implements PostedCards {
    private final DynamoDatabase dynamo;
    private final Clock clock;
    private final String table;
    private final OutdatedCards outdated;

    @Inject
    public DynamoPostedCards(
            DynamoDatabase dynamo,
            Configuration configuration,
            WrittenEvents written,
            Clock clock) {
        this.dynamo = dynamo;
        this.clock = clock;
        DynamoTables tables = DynamoTables.from(configuration);
        table = tables.slackCards().name();
        outdated = new OutdatedCards(dynamo, tables, written, clock);
    }

    @Override
    public Optional<PostedCard> find(String place) {
        return PostedCardItem.read(row(place));
    }

    /** Without attributes if there is none. */
    private Map<String, AttributeValue> row(String key) {
        return dynamo.ask(
                        client ->
                                client.getItem(
                                        get ->
                                                get.tableName(table)
                                                        .consistentRead(true)
                                                        .key(PostedCardItem.key(key))))
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
                .flatMap(item -> PostedCardItem.read(item).stream())
                .toList();
    }

    @Override
    public Copy.Taking take(Copy copy, Instant now, Instant until) {
        PutItemRequest put =
                PutItemRequest.builder()
                        .tableName(table)
                        .item(PostedCardItem.of(copy, until, Optional.empty(), clock.instant()))
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
                        .put(table, PostedCardItem.of(card, clock.instant()))
                        .put(
                                table,
                                PostedCardItem.of(
                                        copy, until, Optional.of(card.place()), clock.instant()),
                                "taken_until = :until",
                                Map.of(":until", ItemCodec.OURS.attribute(until.toEpochMilli())));
        return both.runIfMet(dynamo);
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
        dynamo.ask(
                client ->
                        client.deleteItem(
                                delete -> delete.tableName(table).key(PostedCardItem.key(place))));
    }

    private void delete(String key, String condition, AttributeValue mine) {
        DeleteItemRequest delete =
                DeleteItemRequest.builder()
                        .tableName(table)
                        .key(PostedCardItem.key(key))
                        .conditionExpression(condition)
                        .expressionAttributeValues(Map.of(":mine", mine))
                        .build();
        try {
            dynamo.ask(client -> client.deleteItem(delete));
        } catch (ConditionalCheckFailedException somebodyElses) {
            return;
        }
    }

    @Override
    public boolean replace(PostedCard before, PostedCard after) {
        PutItemRequest put =
                PutItemRequest.builder()
                        .tableName(table)
                        .item(PostedCardItem.of(after, clock.instant()))
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
        return outdated.mark(card, now);
    }
}
