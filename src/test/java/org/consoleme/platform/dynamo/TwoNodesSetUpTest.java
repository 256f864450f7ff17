package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a node makes of it if another one takes the same step between its look and its own. */
class TwoNodesSetUpTest {
    private final ScriptedDynamo server = new ScriptedDynamo();
    private final DynamoDatabase dynamo = server.database();
    private final TableAdministration administration = new TableAdministration(dynamo);
    private final TableDefinition table = TestDynamo.TABLES.requestState();

    @AfterEach
    void stop() {
        dynamo.close();
        server.close();
    }

    private static String described(String status, String... indexes) {
        return "{\"Table\":{\"TableStatus\":\"%s\",\"GlobalSecondaryIndexes\":[%s]}}"
                .formatted(
                        status,
                        Arrays.stream(indexes)
                                .map(
                                        index ->
                                                "{\"IndexName\":\"%s\",\"IndexStatus\":\"ACTIVE\"}"
                                                        .formatted(index))
                                .collect(Collectors.joining(",")));
    }

    @Test
    void anIndexThatAnotherNodeAddedMeanwhileIsTakenAsItIs() {
        // Given: another node adds by_time between this node's look and its step
        server.then("DescribeTable", described("ACTIVE"))
                .thenError(
                        "UpdateTable",
                        "ValidationException",
                        "Attempting to create an index which already exists")
                .then("DescribeTable", described("UPDATING", "by_time"));

        // When, Then: nothing is thrown, and there is more to do
        assertThat(administration.provide(table)).isFalse();
        assertThat(administration.provide(table)).isFalse();
    }

    @Test
    void aTableThatAnotherNodeCreatedMeanwhileIsTakenAsItIs() {
        server.thenError("DescribeTable", "ResourceNotFoundException", "no such table")
                .thenError("CreateTable", "TableAlreadyExistsException", "Table already exists")
                .then("DescribeTable", described("CREATING"));

        assertThat(administration.provide(table)).isFalse();
    }

    @Test
    void anIndexThatMayNotBeAddedIsRefused() {
        server.then("DescribeTable", described("ACTIVE"))
                .thenError("UpdateTable", "AccessDeniedException", "not authorized");

        assertThatThrownBy(() -> administration.provide(table))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        error ->
                                assertThat(error.problem())
                                        .isEqualTo(
                                                new Problem.Refused(
                                                        "DynamoDB", "AccessDeniedException")));
    }
}
