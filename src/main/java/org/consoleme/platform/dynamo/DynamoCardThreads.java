package org.consoleme.platform.dynamo;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.notifications.CardThreads;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * A row beside each card's in {@code consoleme_slack_cards}, once something was said in its thread:
 * the card's key with {@code #thread} behind it, which is no key of a card. Two sets of comment
 * ids; at most 200 comments of 36 characters in each.
 */
@Single
public class DynamoCardThreads implements CardThreads {
    private static final Duration KEPT = Duration.ofDays(365);
    private static final String BEGUN = "begun";
    private static final String SAID = "said";

    private final DynamoDatabase dynamo;
    private final Clock clock;
    private final String table;

    @Inject
    public DynamoCardThreads(DynamoDatabase dynamo, Configuration configuration, Clock clock) {
        this.dynamo = dynamo;
        this.clock = clock;
        table = DynamoTables.from(configuration).slackCards().name();
    }

    @Override
    public Set<String> said(String place) {
        GetItemResponse found =
                dynamo.ask(
                        client ->
                                client.getItem(
                                        get ->
                                                get.tableName(table)
                                                        .consistentRead(true)
                                                        .key(key(place))));
        return Optional.ofNullable(found.item().get(SAID))
                .filter(AttributeValue::hasSs)
                .map(AttributeValue::ss)
                .map(Set::copyOf)
                .orElse(Set.of());
    }

    @Override
    public boolean begin(String place, String comment) {
        UpdateItemRequest update =
                adding(place, BEGUN)
                        .conditionExpression(
                                "attribute_not_exists(begun) OR NOT contains(begun, :id)")
                        .expressionAttributeValues(
                                Map.of(
                                        ":one", AttributeValue.fromSs(List.of(comment)),
                                        ":id", AttributeValue.fromS(comment),
                                        ":ttl", end()))
                        .build();
        try {
            dynamo.ask(client -> client.updateItem(update));
            return true;
        } catch (ConditionalCheckFailedException begunBefore) {
            return false;
        }
    }

    @Override
    public void stands(String place, String comment) {
        UpdateItemRequest update =
                adding(place, SAID)
                        .expressionAttributeValues(
                                Map.of(
                                        ":one", AttributeValue.fromSs(List.of(comment)),
                                        ":ttl", end()))
                        .build();
        dynamo.ask(client -> client.updateItem(update));
    }

    private UpdateItemRequest.Builder adding(String place, String set) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(key(place))
                .updateExpression("ADD " + set + " :one SET #ttl = :ttl")
                .expressionAttributeNames(Map.of("#ttl", "ttl"));
    }

    private AttributeValue end() {
        return AttributeValue.fromN(Long.toString(clock.instant().plus(KEPT).getEpochSecond()));
    }

    private static Map<String, AttributeValue> key(String place) {
        return Map.of("card_key", AttributeValue.fromS(place + "#thread"));
    }
}
