package org.consoleme.platform.dynamo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.consoleme.identity.Directory;
import org.consoleme.identity.SignIns;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * {@code consoleme_sign_ins}: one row per person; an earlier sign-in never replaces a later one. A
 * node looks again after half of {@value #LOOK_SECONDS} s at the earliest and {@value
 * #LOOK_SECONDS} s at the latest, because terminals ask for keys far more often than people sign
 * in.
 */
@Single
public class DynamoSignIns implements SignIns {
    /** How long a row is of any use; how old groups may be is decided by who asks. */
    private static final Duration KEPT = Duration.ofDays(30);

    static final int LOOK_SECONDS = 60;
    private static final int MAX_PEOPLE = 50_000;

    private final DynamoDatabase dynamo;
    private final String table;
    private final Cache<String, Directory.Entry> known;

    @Inject
    public DynamoSignIns(DynamoDatabase dynamo, Configuration configuration, Clock clock) {
        this.dynamo = dynamo;
        table = DynamoTables.from(configuration).signIns().name();
        known =
                Caffeine.newBuilder()
                        .maximumSize(MAX_PEOPLE)
                        .expireAfter(Expiry.writing((person, entry) -> lookAgain()))
                        .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                        .build();
    }

    /** Spread, so that those who were read together are not read again together. */
    private static Duration lookAgain() {
        long most = Duration.ofSeconds(LOOK_SECONDS).toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most));
    }

    @Override
    public void remember(UserId user, Set<GroupName> groups, Instant at) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("user_key", user.key());
        row.put("user", user.value());
        row.put("groups", groups.stream().map(GroupName::value).sorted().toList());
        row.put("signed_in_at", at.toEpochMilli());
        row.put("ttl", at.plus(KEPT).getEpochSecond());
        Map<String, AttributeValue> item = ItemCodec.OURS.item(row);
        PutItemRequest put =
                PutItemRequest.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression(
                                "attribute_not_exists(user_key) OR signed_in_at <= :at")
                        .expressionAttributeValues(Map.of(":at", item.get("signed_in_at")))
                        .build();
        try {
            dynamo.ask(client -> client.putItem(put));
        } catch (ConditionalCheckFailedException laterOneIsThere) {
            return;
        } finally {
            known.invalidate(user.key());
        }
    }

    @Override
    public Optional<Directory.Entry> last(UserId user, Instant since) {
        Directory.Entry copy = known.getIfPresent(user.key());
        if (copy != null && copy.asOf().isBefore(since)) {
            known.invalidate(user.key());
        }
        return Optional.ofNullable(known.get(user.key(), this::read));
    }

    private Directory.Entry read(String userKey) {
        GetItemResponse found =
                dynamo.ask(
                        client ->
                                client.getItem(
                                        get ->
                                                get.tableName(table)
                                                        .consistentRead(true)
                                                        .key(
                                                                Map.of(
                                                                        "user_key",
                                                                        AttributeValue.fromS(
                                                                                userKey)))));
        return found.hasItem() ? entry(new Item(found.item())).orElse(null) : null;
    }

    private static Optional<Directory.Entry> entry(Item item) {
        Set<GroupName> groups =
                item.texts("groups").stream()
                        .filter(name -> !name.isEmpty())
                        .map(GroupName::new)
                        .collect(Collectors.toUnmodifiableSet());
        return item.millis("signed_in_at").map(at -> new Directory.Entry(groups, true, at));
    }
}
