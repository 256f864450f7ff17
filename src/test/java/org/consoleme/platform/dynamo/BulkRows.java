package org.consoleme.platform.dynamo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.platform.ProcessRegion;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Version;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Fills a database with rows as the product writes them, many at a time and without the steps that
 * lead there: for benchmarks.
 */
public final class BulkRows implements AutoCloseable {
    private static final int TOGETHER = 1000;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final ConsoleMeTables CONSOLEMES =
            ConsoleMeTables.from(TestDynamo.CONFIGURATION);
    private static final TableDefinition CONFIGURATION =
            table(CONSOLEMES.dynamicConfiguration().name(), "id", Optional.empty());
    private static final TableDefinition ROLES =
            table(CONSOLEMES.iamRoles().name(), "arn", Optional.of("accountId"));

    private final DynamoDatabase dynamo;

    public BulkRows(URI endpoint) {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        dynamo =
                new DynamoDatabase(
                        DynamoSettings.from(
                                MapConfiguration.empty()
                                        .with("dynamodb_server", endpoint.toString())
                                        .with("dynamodb.attempt_timeout_ms", PATIENCE_MILLIS)
                                        .with("dynamodb.call_timeout_ms", 2 * PATIENCE_MILLIS),
                                new ProcessRegion("us-east-1")));
    }

    private static TableDefinition table(String name, String hash, Optional<String> range) {
        return new TableDefinition(
                name,
                "",
                "",
                TableDefinition.KeyAttribute.text(hash),
                range.map(TableDefinition.KeyAttribute::text),
                List.of(),
                Optional.empty());
    }

    /** Ours, and of ConsoleMe's those of requests, of roles and of the dynamic configuration. */
    public void createTables() {
        List<TableDefinition> tables = new ArrayList<>(TestDynamo.TABLES.all());
        tables.add(TestDynamo.policyRequests(Optional.empty()));
        tables.add(CONFIGURATION);
        tables.add(ROLES);
        TableAdministration administration = new TableAdministration(dynamo);
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofMinutes(3))
                .until(
                        () -> {
                            tables.removeIf(administration::provide);
                            return tables.isEmpty();
                        });
    }

    /**
     * Saves a dynamic configuration.
     *
     * @param deflated a zlib stream, as ConsoleMe keeps it
     */
    public void configuration(byte[] deflated) {
        Map<String, AttributeValue> item =
                Map.of(
                        "id", AttributeValue.fromS("master"),
                        "config", AttributeValue.fromB(SdkBytes.fromByteArray(deflated)),
                        "updated_by", AttributeValue.fromS("admin@example.com"),
                        "updated_at", AttributeValue.fromS("1767225600"));
        dynamo.ask(client -> client.putItem(put -> put.tableName(CONFIGURATION.name()).item(item)));
    }

    /** Stored as ours, and for ConsoleMe where it has such requests. */
    public void ours(List<ChangeRequest> requests) {
        write(
                TestDynamo.TABLES.requestState().name(),
                requests.stream()
                        .map(
                                request ->
                                        RequestItem.of(
                                                request, new Version(1, projectedAt(request))))
                        .toList());
        consoleMes(requests);
    }

    private static Optional<Instant> projectedAt(ChangeRequest request) {
        return PolicyRequestItem.has(request)
                ? Optional.of(PolicyRequestItem.lastUpdated(request))
                : Optional.empty();
    }

    /** As ConsoleMe alone would have them; those of which it has no such requests are left out. */
    public void consoleMes(List<ChangeRequest> requests) {
        write(
                TestDynamo.policyRequests(Optional.empty()).name(),
                requests.stream()
                        .flatMap(request -> PolicyRequestItem.of(request).stream())
                        .toList());
    }

    private void write(String table, List<Map<String, AttributeValue>> items) {
        BatchWrites writes = new BatchWrites(dynamo);
        IntStream.range(0, (items.size() + TOGETHER - 1) / TOGETHER)
                .parallel()
                .forEach(
                        i ->
                                writes.run(
                                        table,
                                        items
                                                .subList(
                                                        i * TOGETHER,
                                                        Math.min(items.size(), (i + 1) * TOGETHER))
                                                .stream()
                                                .<WriteRequest>map(BatchWrites::put)
                                                .toList()));
    }

    @Override
    public void close() {
        dynamo.close();
    }
}
