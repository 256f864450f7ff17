package org.consoleme.platform.dynamo;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.consoleme.platform.dynamo.TableDefinition.KeyAttribute;
import org.consoleme.platform.dynamo.TableDefinition.SecondaryIndex;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** Describes and creates tables, and the indexes that they lack. */
final class TableAdministration {
    private static final Logger LOG = LoggerFactory.getLogger(TableAdministration.class);

    private static final Set<TableStatus> UNDER_WAY =
            EnumSet.of(TableStatus.CREATING, TableStatus.UPDATING);

    private final DynamoDatabase dynamo;

    TableAdministration(DynamoDatabase dynamo) {
        this.dynamo = dynamo;
    }

    /** Empty if there is no such table. */
    Optional<TableDescription> describe(String table) {
        try {
            return Optional.of(
                    dynamo.ask(
                                    client ->
                                            client.describeTable(
                                                    describe -> describe.tableName(table)))
                            .table());
        } catch (ProblemException failed) {
            if (failed.problem() instanceof Problem.Refused refused
                    && refused.code().equals("ResourceNotFoundException")) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /** {@code hash} or {@code hash+range}. */
    static String keys(TableDescription table) {
        return table.keySchema().stream()
                .sorted((a, b) -> a.keyType().compareTo(b.keyType()))
                .map(KeySchemaElement::attributeName)
                .collect(Collectors.joining("+"));
    }

    static String keys(TableDefinition table) {
        return table.hash().name()
                + table.range().map(KeyAttribute::name).map(name -> "+" + name).orElse("");
    }

    /**
     * Takes the next step towards the table.
     *
     * @return true if nothing is left to do
     */
    boolean provide(TableDefinition table) {
        Optional<TableDescription> found = describe(table.name());
        if (found.isEmpty()) {
            create(table);
            return false;
        }
        if (isUnderWay(found.get())) {
            return false;
        }
        Optional<SecondaryIndex> missing = missing(table.indexes(), found.get());
        if (missing.isPresent()) {
            add(table, missing.get());
            return false;
        }
        table.ttl().ifPresent(attribute -> expire(table.name(), attribute));
        return true;
    }

    /** DynamoDB works on one index of a table at a time. */
    private static boolean isUnderWay(TableDescription table) {
        return UNDER_WAY.contains(table.tableStatus())
                || table.globalSecondaryIndexes().stream()
                        .anyMatch(index -> index.indexStatus() != IndexStatus.ACTIVE);
    }

    private void create(TableDefinition table) {
        unlessAnotherNodeDid(
                () -> {
                    dynamo.ask(client -> client.createTable(request(table)));
                    LOG.atInfo().addKeyValue("table", table.name()).log("table created");
                },
                () -> describe(table.name()).isPresent());
    }

    /**
     * The next look finds it under way. For an index that there is by now DynamoDB has no code of
     * its own.
     *
     * @param there looks again
     */
    private static void unlessAnotherNodeDid(Runnable step, BooleanSupplier there) {
        try {
            step.run();
        } catch (ProblemException failed) {
            boolean anotherNodeDid =
                    failed.problem() instanceof Problem.Refused refused
                            && (refused.code().equals("ResourceInUseException")
                                    || there.getAsBoolean());
            if (!anotherNodeDid) {
                throw failed;
            }
        }
    }

    /** The first of these that the table does not have, or is losing. */
    static Optional<SecondaryIndex> missing(List<SecondaryIndex> wanted, TableDescription table) {
        Set<String> there = indexes(table, status -> status != IndexStatus.DELETING);
        return wanted.stream().filter(index -> !there.contains(index.name())).findFirst();
    }

    /** The first of these that the table has, and cannot be asked by yet. */
    static Optional<SecondaryIndex> beingBuilt(
            List<SecondaryIndex> wanted, TableDescription table) {
        Set<String> building = indexes(table, status -> status == IndexStatus.CREATING);
        return wanted.stream().filter(index -> building.contains(index.name())).findFirst();
    }

    private static Set<String> indexes(TableDescription table, Predicate<IndexStatus> status) {
        return table.globalSecondaryIndexes().stream()
                .filter(index -> status.test(index.indexStatus()))
                .map(GlobalSecondaryIndexDescription::indexName)
                .collect(Collectors.toSet());
    }

    /** One at a time, as DynamoDB wants it; it fills the index from the rows that are there. */
    private void add(TableDefinition table, SecondaryIndex index) {
        CreateGlobalSecondaryIndexAction create =
                CreateGlobalSecondaryIndexAction.builder()
                        .indexName(index.name())
                        .keySchema(schema(index.hash(), Optional.of(index.range())))
                        .projection(projection -> projection.projectionType(index.projection()))
                        .build();
        UpdateTableRequest update =
                UpdateTableRequest.builder()
                        .tableName(table.name())
                        .attributeDefinitions(definition(index.hash()), definition(index.range()))
                        .globalSecondaryIndexUpdates(
                                GlobalSecondaryIndexUpdate.builder().create(create).build())
                        .build();
        unlessAnotherNodeDid(
                () -> {
                    dynamo.ask(client -> client.updateTable(update));
                    LOG.atInfo()
                            .addKeyValue("table", table.name())
                            .addKeyValue("index", index.name())
                            .log("index added to table");
                },
                () -> has(table.name(), index));
    }

    private boolean has(String table, SecondaryIndex index) {
        return describe(table)
                .filter(found -> missing(List.of(index), found).isEmpty())
                .isPresent();
    }

    private void expire(String table, String attribute) {
        TimeToLiveStatus status =
                dynamo.ask(client -> client.describeTimeToLive(ttl -> ttl.tableName(table)))
                        .timeToLiveDescription()
                        .timeToLiveStatus();
        if (status == TimeToLiveStatus.DISABLED) {
            dynamo.ask(
                    client ->
                            client.updateTimeToLive(
                                    ttl ->
                                            ttl.tableName(table)
                                                    .timeToLiveSpecification(
                                                            spec ->
                                                                    spec.attributeName(attribute)
                                                                            .enabled(true))));
        }
    }

    static CreateTableRequest request(TableDefinition table) {
        CreateTableRequest.Builder request =
                CreateTableRequest.builder()
                        .tableName(table.name())
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(schema(table.hash(), table.range()))
                        .attributeDefinitions(
                                table.attributes().stream()
                                        .map(TableAdministration::definition)
                                        .toList());
        if (!table.indexes().isEmpty()) {
            request.globalSecondaryIndexes(
                    table.indexes().stream().map(TableAdministration::index).toList());
        }
        return request.build();
    }

    private static AttributeDefinition definition(KeyAttribute attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute.name())
                .attributeType(attribute.type())
                .build();
    }

    private static GlobalSecondaryIndex index(SecondaryIndex index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(schema(index.hash(), Optional.of(index.range())))
                .projection(projection -> projection.projectionType(index.projection()))
                .build();
    }

    private static List<KeySchemaElement> schema(KeyAttribute hash, Optional<KeyAttribute> range) {
        KeySchemaElement first = element(hash, KeyType.HASH);
        return range.map(key -> List.of(first, element(key, KeyType.RANGE))).orElse(List.of(first));
    }

    private static KeySchemaElement element(KeyAttribute key, KeyType type) {
        return KeySchemaElement.builder().attributeName(key.name()).keyType(type).build();
    }
}
