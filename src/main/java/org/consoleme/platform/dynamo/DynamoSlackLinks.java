package org.consoleme.platform.dynamo;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.identity.SlackKey;
import org.consoleme.identity.SlackLinks;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** {@code consoleme_slack_links}: the key is the Slack user, so it can be one person only. */
@Single
public class DynamoSlackLinks implements SlackLinks {
    private static final Logger LOG = LoggerFactory.getLogger(DynamoSlackLinks.class);

    private final DynamoDatabase dynamo;
    private final String table;

    @Inject
    public DynamoSlackLinks(DynamoDatabase dynamo, Configuration configuration) {
        this.dynamo = dynamo;
        table = DynamoTables.from(configuration).slackLinks().name();
    }

    @Override
    public Optional<UserId> personOf(SlackKey key) {
        GetItemResponse found = row(key);
        Optional<String> user =
                found.hasItem() ? new Item(found.item()).text("user") : Optional.empty();
        if (found.hasItem() && user.filter(UserId::isUserId).isEmpty()) {
            unreadable();
        }
        return user.filter(UserId::isUserId).map(UserId::new);
    }

    private GetItemResponse row(SlackKey key) {
        return dynamo.ask(
                client ->
                        client.getItem(
                                get -> get.tableName(table).consistentRead(true).key(key(key))));
    }

    @Override
    public void link(SlackKey key, UserId user, Instant at) {
        UpdateItemRequest update =
                UpdateItemRequest.builder()
                        .tableName(table)
                        .key(key(key))
                        .conditionExpression("attribute_not_exists(slack_key) OR user_key = :key")
                        .updateExpression(
                                "SET user_key = :key, #user = :user,"
                                        + " linked_at = if_not_exists(linked_at, :at)")
                        .expressionAttributeNames(Map.of("#user", "user"))
                        .expressionAttributeValues(
                                Map.of(
                                        ":key", AttributeValue.fromS(user.key()),
                                        ":user", AttributeValue.fromS(user.value()),
                                        ":at", ItemCodec.OURS.attribute(at.toEpochMilli())))
                        .build();
        try {
            dynamo.ask(client -> client.updateItem(update));
        } catch (ConditionalCheckFailedException somebodyElse) {
            throw new Problem.Conflict("This Slack user is linked to somebody else.")
                    .asException(somebodyElse);
        }
    }

    @Override
    public boolean unlink(SlackKey key) {
        return dynamo.ask(
                        client ->
                                client.deleteItem(
                                        delete ->
                                                delete.tableName(table)
                                                        .key(key(key))
                                                        .returnValues(ReturnValue.ALL_OLD)))
                .hasAttributes();
    }

    @Override
    public List<SlackKey> of(UserId user) {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName("by_user")
                        .keyConditionExpression("user_key = :key")
                        .expressionAttributeValues(Map.of(":key", AttributeValue.fromS(user.key())))
                        .build();
        List<SlackKey> keys =
                dynamo
                        .ask(client -> client.queryPaginator(query).items().stream().toList())
                        .stream()
                        .flatMap(item -> new Item(item).text("slack_key").stream())
                        .flatMap(text -> slackKey(text).stream())
                        .toList();
        return keys.size() < 2 ? keys : latestFirst(keys);
    }

    /** The index holds no dates, and hardly anybody has several Slack users. */
    private List<SlackKey> latestFirst(List<SlackKey> keys) {
        Map<SlackKey, Instant> dates = new HashMap<>();
        keys.forEach(key -> dates.put(key, linkedAt(key)));
        return keys.stream().sorted(Comparator.comparing(dates::get).reversed()).toList();
    }

    private Instant linkedAt(SlackKey key) {
        return new Item(row(key).item()).millis("linked_at").orElse(Instant.EPOCH);
    }

    private Optional<SlackKey> slackKey(String text) {
        try {
            return Optional.of(SlackKey.parse(text));
        } catch (ProblemException noKey) {
            unreadable();
            return Optional.empty();
        }
    }

    /** Whose link it is cannot be told: it counts for nobody. */
    private void unreadable() {
        LOG.atWarn().addKeyValue("table", table).log("row of another shape passed over");
    }

    private static Map<String, AttributeValue> key(SlackKey key) {
        return Map.of("slack_key", AttributeValue.fromS(key.toString()));
    }
}
