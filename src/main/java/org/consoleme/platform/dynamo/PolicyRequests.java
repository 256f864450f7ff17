package org.consoleme.platform.dynamo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * ConsoleMe's {@code consoleme_policy_requests}, whoever created it: with the request's id alone as
 * its key, or with the ARN too. Who never had a ConsoleMe has no such table, and nothing is kept
 * for it then; one that appears later is found within minutes.
 */
final class PolicyRequests {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyRequests.class);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);
    private static final String MISSING = "ResourceNotFoundException";

    private final DynamoDatabase dynamo;
    private final Clock clock;
    private final String table;
    private volatile Instant missingUntil = Instant.MIN;

    PolicyRequests(DynamoDatabase dynamo, Configuration configuration, Clock clock) {
        this.dynamo = dynamo;
        this.clock = clock;
        table = ConsoleMeTables.from(configuration).policyRequests().name();
    }

    String table() {
        return table;
    }

    boolean missing() {
        return clock.instant().isBefore(missingUntil);
    }

    /** Whether it was the lack of this table that {@code failed} speaks of. */
    boolean explains(ProblemException failed) {
        if (!isMissing(failed) || new TableAdministration(dynamo).describe(table).isPresent()) {
            return false;
        }
        noteMissing();
        return true;
    }

    private void noteMissing() {
        if (missingUntil.equals(Instant.MIN)) {
            LOG.atInfo()
                    .addKeyValue("table", table)
                    .log("table of policy requests is missing, requests are kept in ours alone");
        }
        missingUntil = clock.instant().plus(LOOK_AGAIN);
    }

    private static boolean isMissing(ProblemException failed) {
        return failed.problem() instanceof Problem.Refused refused
                && refused.code().equals(MISSING);
    }

    /** {@code last_updated} of the item with that id, if there is one. */
    Optional<Instant> lastUpdated(RequestId id) {
        return items(id, Optional.of("last_updated")).stream()
                .flatMap(item -> Times.seconds(item.get("last_updated")).stream())
                .findFirst();
    }

    /** The items with that id: none or one, but for a table whose key has the ARN in it. */
    List<Map<String, AttributeValue>> items(RequestId id, Optional<String> only) {
        if (missing()) {
            return List.of();
        }
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("request_id = :id")
                        .expressionAttributeValues(Map.of(":id", AttributeValue.fromS(id.value())))
                        .projectionExpression(only.orElse(null))
                        .build();
        try {
            return dynamo.ask(client -> client.query(query)).items();
        } catch (ProblemException failed) {
            if (isMissing(failed)) {
                noteMissing();
                return List.of();
            }
            throw failed;
        }
    }

    /** Adds the item to the transaction: over what was read, and over nothing else. */
    void put(Transaction transaction, Map<String, AttributeValue> item, Optional<Instant> read) {
        read.ifPresentOrElse(
                at ->
                        transaction.put(
                                table,
                                item,
                                "last_updated = :read",
                                Map.of(":read", ItemCodec.CONSOLEME.attribute(at))),
                () -> transaction.put(table, item, "attribute_not_exists(request_id)", Map.of()));
    }
}
