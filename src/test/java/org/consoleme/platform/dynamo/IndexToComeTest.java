package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.consoleme.operations.Check;
import org.consoleme.requests.RequestState;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** While an index that was added to a table is filled from its rows, which may take minutes. */
class IndexToComeTest {
    private final ScriptedDynamo server = new ScriptedDynamo();
    private final DynamoDatabase dynamo = server.database();
    private final TableDefinition table = TestDynamo.TABLES.requestState();

    @AfterEach
    void stop() {
        dynamo.close();
        server.close();
    }

    private Check.Finding judged(IndexStatus byTime) {
        return TableCheck.of(dynamo, SettableClock.atNoon(), table, false).judge(with(byTime));
    }

    private TableDescription with(IndexStatus byTime) {
        List<GlobalSecondaryIndexDescription> indexes =
                table.indexes().stream()
                        .map(
                                index ->
                                        GlobalSecondaryIndexDescription.builder()
                                                .indexName(index.name())
                                                .indexStatus(
                                                        index.name().equals("by_time")
                                                                ? byTime
                                                                : IndexStatus.ACTIVE)
                                                .build())
                        .toList();
        return TableDescription.builder()
                .tableStatus(TableStatus.ACTIVE)
                .keySchema(
                        KeySchemaElement.builder()
                                .attributeName("request_id")
                                .keyType(KeyType.HASH)
                                .build())
                .globalSecondaryIndexes(indexes)
                .build();
    }

    @Test
    void theSelfCheckSaysThatItIsBeingBuilt() {
        Check.Finding found = judged(IndexStatus.CREATING);

        assertThat(found.state()).isEqualTo(Check.State.DEGRADED);
        assertThat(found.detail()).isEqualTo("its index by_time is being built");
        assertThat(found.todo()).isPresent();
    }

    @Test
    void anIndexThatIsDeletedCountsAsMissing() {
        assertThat(judged(IndexStatus.DELETING).state()).isEqualTo(Check.State.DOWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTIVE", "UPDATING"})
    void anIndexThatAnswersIsUp(IndexStatus status) {
        assertThat(judged(status)).isEqualTo(Check.Finding.up("ACTIVE"));
    }

    private Problem problemOfAList() {
        DynamoRequests requests =
                new DynamoRequests(
                        dynamo,
                        TestDynamo.CONFIGURATION,
                        new WrittenEvents(),
                        SettableClock.atNoon());
        try {
            requests.inState(RequestState.Name.PENDING, Optional.empty(), 10);
            throw new AssertionError("it was listed");
        } catch (ProblemException failed) {
            return failed.problem();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The table does not have the specified index: by_state_and_time",
                "Cannot read from backfilling global secondary index: by_state_and_time",
                "Cannot read from backfilling global secondary index"
            })
    void aListThatGoesByItIsUnavailableAndSaysWhy(String message) {
        server.thenError("Query", "ValidationException", message);

        assertThat(problemOfAList())
                .isInstanceOfSatisfying(
                        Problem.Unavailable.class,
                        it ->
                                assertThat(it.sentence())
                                        .isEqualTo(
                                                "The list is being prepared. Try again in some"
                                                        + " minutes."));
        assertThat(server.asked()).containsOnly("Query");
    }

    @Test
    void whatElseIsWrongWithAQueryIsRefusedAsBefore() {
        server.thenError("Query", "ValidationException", "Invalid KeyConditionExpression");

        assertThat(problemOfAList())
                .isEqualTo(new Problem.Refused("DynamoDB", "ValidationException"));
    }
}
