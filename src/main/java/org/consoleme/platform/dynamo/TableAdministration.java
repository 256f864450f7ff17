package org.consoleme.platform.dynamo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consoleme.platform.dynamo.TableDefinition.KeyAttribute;
import org.consoleme.platform.dynamo.TableDefinition.SecondaryIndex;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Describes and creates tables. */
final class TableAdministration {
    private static final Logger LOG = LoggerFactory.getLogger(TableAdministration.class);

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
        if (found.get().tableStatus() == TableStatus.CREATING) {
            return false;
        }
        table.ttl().ifPresent(attribute -> expire(table.name(), attribute));
        return true;
    }

    private void create(TableDefinition table) {
        try {
            dynamo.ask(client -> client.createTable(request(table)));
            LOG.atInfo().addKeyValue("table", table.name()).log("table created");
        } catch (ProblemException failed) {
            boolean anotherNodeDid =
                    failed.problem() instanceof Problem.Refused refused
                            && refused.code().equals("ResourceInUseException");
            if (!anotherNodeDid) {
                throw failed;
            }
        }
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
