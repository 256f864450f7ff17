package org.consoleme.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consoleme.testing.RunningStack;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is in the stores and what AWS was told, read past all servers. */
record StoredTruth(URI dynamodb, Path awsJournal) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static StoredTruth of(RunningStack stack) {
        return new StoredTruth(stack.dynamodb(), stack.parts().awsJournal());
    }

    /** The audit trail of a request or a grant, as {@code <command> <outcome>}, in no order. */
    List<String> audit(String subject) {
        return rows("consoleme_audit_events", "subject", subject).stream()
                .map(
                        row ->
                                row.get("details").m().get("command").s()
                                        + " "
                                        + row.get("outcome").s())
                .toList();
    }

    /** What the audit trail says of the one command of that name on a request or a grant. */
    Map<String, String> auditDetails(String subject, String command) {
        List<Map<String, AttributeValue>> found =
                rows("consoleme_audit_events", "subject", subject).stream()
                        .map(row -> row.get("details").m())
                        .filter(details -> details.get("command").s().equals(command))
                        .toList();
        if (found.size() != 1) {
            throw new AssertionError(command + " is there " + found.size() + " times");
        }
        return found.getFirst().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().s()));
    }

    /** How often somebody was refused something about a subject, for that reason. */
    long denied(String subject, String reason) {
        return rows("consoleme_audit_events", "subject", subject).stream()
                .filter(row -> row.get("outcome").s().equals("DENIED"))
                .filter(row -> row.containsKey("reason") && row.get("reason").s().equals(reason))
                .count();
    }

    /** The grants that a request led to. */
    List<String> grants(String request) {
        return rows("consoleme_grants", "request_id", request).stream()
                .map(row -> row.get("grant_id").s())
                .toList();
    }

    /** Effects of a request or a grant that are still to happen. */
    int due(String subject) {
        return due("consoleme_outbox", subject);
    }

    /**
     * @param outbox the table of the server that is asked about
     */
    int due(String outbox, String subject) {
        return rows(outbox, "subject", subject).size();
    }

    /** How often AWS put an inline policy of that name, which must be no other's. */
    int puts(String policyName) {
        try (Stream<String> lines = Files.lines(awsJournal)) {
            return Math.toIntExact(
                    lines.filter(line -> line.contains("\"PutRolePolicy\""))
                            .filter(line -> body(line).contains("PolicyName=" + policyName + "&"))
                            .count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A form, with an ampersand after the last member too. */
    private static String body(String line) {
        try {
            JsonNode entry = JSON.readTree(line);
            byte[] form = Base64.getDecoder().decode(entry.get("body").asText());
            return URLDecoder.decode(
                    new String(form, StandardCharsets.UTF_8) + "&", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many requests were made with that reason, in ConsoleMe's own table. */
    int requestsFor(String justification) {
        return rows("consoleme_policy_requests", "justification", justification).size();
    }

    /** A row of ConsoleMe's own table of requests. */
    Map<String, AttributeValue> request(String id) {
        return rows("consoleme_policy_requests", "request_id", id).getFirst();
    }

    /** Stores an item as somebody else than the server would. */
    void put(String table, Map<String, AttributeValue> item) {
        try (DynamoDbClient client = client()) {
            client.putItem(put -> put.tableName(table).item(item));
        }
    }

    private List<Map<String, AttributeValue>> rows(String table, String attribute, String value) {
        try (DynamoDbClient client = client()) {
            return client
                    .scanPaginator(
                            scan ->
                                    scan.tableName(table)
                                            .consistentRead(true)
                                            .filterExpression("#attribute = :value")
                                            .expressionAttributeNames(
                                                    Map.of("#attribute", attribute))
                                            .expressionAttributeValues(
                                                    Map.of(":value", AttributeValue.fromS(value))))
                    .items()
                    .stream()
                    .toList();
        }
    }

    private DynamoDbClient client() {
        return DynamoDbClient.builder()
                .endpointOverride(dynamodb)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("test", "test")))
                .build();
    }
}
