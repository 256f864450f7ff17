package org.consoleme.platform.dynamo;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRuns;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * {@code consoleme_job_runs}. Saving, reporting and wishing touch different attributes, so nobody
 * writes over what another has said.
 */
@Single
public class DynamoJobRuns implements JobRuns {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MAX_LATEST = 100;
    private static final String SAVE =
            "SET job = :job, batch_status = :status, exit_status = :exit,"
                    + " started_at = :started, ended_at = :ended, started_by = :by,"
                    + " #node = :node, #ttl = :ttl,"
                    + " outcomes = if_not_exists(outcomes, :outcomes)";

    private final DynamoDatabase dynamo;
    private final String table;

    @Inject
    public DynamoJobRuns(DynamoDatabase dynamo, Configuration configuration) {
        this.dynamo = dynamo;
        table = DynamoTables.from(configuration).jobRuns().name();
    }

    /** Accounts count on the first saving only; later on {@link #report} tells of them. */
    @Override
    public void save(JobRun run) {
        Map<String, Object> values = new HashMap<>();
        values.put(":job", run.job().value());
        values.put(":status", run.batchStatus().name());
        values.put(":exit", run.exitStatus().orElse(null));
        values.put(":started", run.startedAt().toEpochMilli());
        values.put(":ended", run.endedAt().map(at -> at.toEpochMilli()).orElse(null));
        values.put(":by", run.startedBy());
        values.put(":node", run.node());
        values.put(":ttl", run.startedAt().plus(KEPT).getEpochSecond());
        values.put(":outcomes", JobRunItem.outcomes(run.accounts()));
        if (run.stopWished()) {
            values.put(":wish", true);
        }
        UpdateItemRequest update =
                update(run.id())
                        .updateExpression(run.stopWished() ? SAVE + ", stop_wished = :wish" : SAVE)
                        .expressionAttributeNames(Map.of("#node", "node", "#ttl", "ttl"))
                        .expressionAttributeValues(ItemCodec.OURS.item(values))
                        .build();
        dynamo.ask(client -> client.updateItem(update));
    }

    @Override
    public void report(String runId, JobRun.AccountOutcome outcome) {
        UpdateItemRequest update =
                update(runId)
                        .conditionExpression("attribute_exists(run_id)")
                        .updateExpression("SET outcomes.#account = :outcome")
                        .expressionAttributeNames(Map.of("#account", outcome.account().value()))
                        .expressionAttributeValues(
                                Map.of(
                                        ":outcome",
                                        ItemCodec.OURS.attribute(JobRunItem.outcome(outcome))))
                        .build();
        onExisting(runId, update);
    }

    @Override
    public void wishStop(String runId) {
        UpdateItemRequest update =
                update(runId)
                        .conditionExpression("attribute_exists(run_id)")
                        .updateExpression("SET stop_wished = :wish")
                        .expressionAttributeValues(Map.of(":wish", AttributeValue.fromBool(true)))
                        .build();
        onExisting(runId, update);
    }

    private void onExisting(String runId, UpdateItemRequest update) {
        try {
            dynamo.ask(client -> client.updateItem(update));
        } catch (ConditionalCheckFailedException unknown) {
            throw new Problem.NotFound("run", runId).asException(unknown);
        }
    }

    @Override
    public Optional<JobRun> find(String runId) {
        GetItemResponse found =
                dynamo.ask(
                        client ->
                                client.getItem(
                                        get ->
                                                get.tableName(table)
                                                        .consistentRead(true)
                                                        .key(key(runId))));
        return found.hasItem() ? JobRunItem.read(found.item()) : Optional.empty();
    }

    /** The index holds keys alone, else each report of an account would be written twice. */
    @Override
    public List<JobRun> latest(JobId job, int limit) {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName("by_job")
                        .keyConditionExpression("job = :job")
                        .expressionAttributeValues(
                                Map.of(":job", AttributeValue.fromS(job.value())))
                        .scanIndexForward(false)
                        .limit(Math.min(limit, MAX_LATEST))
                        .build();
        List<String> ids =
                dynamo.ask(client -> client.query(query)).items().stream()
                        .map(item -> item.get("run_id").s())
                        .toList();
        Map<String, JobRun> runs = read(ids);
        return ids.stream().filter(runs::containsKey).map(runs::get).toList();
    }

    /** Rows may be large: DynamoDB hands back keys that did not fit into one answer of 16 MB. */
    private Map<String, JobRun> read(List<String> ids) {
        List<JobRun> runs = new ArrayList<>();
        Map<String, KeysAndAttributes> left =
                ids.isEmpty()
                        ? Map.of()
                        : Map.of(
                                table,
                                KeysAndAttributes.builder()
                                        .consistentRead(true)
                                        .keys(ids.stream().map(DynamoJobRuns::key).toList())
                                        .build());
        for (int round = 0; !left.isEmpty() && round < MAX_LATEST; round++) {
            Map<String, KeysAndAttributes> request = left;
            var page = dynamo.ask(client -> client.batchGetItem(get -> get.requestItems(request)));
            page.responses()
                    .getOrDefault(table, List.of())
                    .forEach(item -> JobRunItem.read(item).ifPresent(runs::add));
            left = page.unprocessedKeys();
        }
        return runs.stream().collect(Collectors.toMap(JobRun::id, Function.identity()));
    }

    private UpdateItemRequest.Builder update(String runId) {
        return UpdateItemRequest.builder().tableName(table).key(key(runId));
    }

    private static Map<String, AttributeValue> key(String runId) {
        return Map.of("run_id", AttributeValue.fromS(runId));
    }
}
