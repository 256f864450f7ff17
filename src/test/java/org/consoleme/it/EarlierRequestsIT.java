package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What ConsoleMe stored, and still lies in its table: listed, shown, and never changed. Each is
 * found again by what it is about, whose name has the request's own id in it.
 */
class EarlierRequestsIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private final Person engineer = Person.engineer(STACK.server());
    private final Person bystander = Person.named(STACK.server(), "bystander@example.com");
    private final Person approver = Person.approver(STACK.server());
    private final String id = UUID.randomUUID().toString();
    private final String arn = "arn:aws:iam::" + STACK.account("sandbox") + ":role/" + id;
    private final StoredTruth truth = StoredTruth.of(STACK);

    @Test
    void policyL24_aRequestOfTheFirstVersionIsListedAndShownAndNeverChanged() {
        Map<String, AttributeValue> row =
                row(Map.of("arn", text(arn), "policy_changes", text("[]")));
        truth.put("consoleme_policy_requests", row);

        listed();
        assertThat(engineer.get("/api/v2/requests/" + id).must(400).json().path("message").asText())
                .contains("first form");
        assertThat(engineer.get("/api/v3/requests/" + id).must(200).body())
                .contains("of an earlier day", Instant.ofEpochSecond(1_500_000_000).toString());
        neverChanged(row);
    }

    /** ConsoleMe's own upgrade of old items takes their ARN away. */
    @Test
    void policyB24_aRequestThatLostItsArnIsListedByItAndShown() {
        Map<String, AttributeValue> row =
                extended(Map.of("principal_arn", text(arn), "change_type", text("inline_policy")));
        truth.put("consoleme_policy_requests", row);

        assertThat(listed()).contains(arn);
        assertThat(shown()).contains(arn);
        neverChanged(row);
    }

    @Test
    void policyB29_aRequestForATemplateIsListedByRepositoryAndPathAndShown() {
        Map<String, AttributeValue> template =
                Map.of(
                        "principal_type", text("HoneybeeAwsResourceTemplate"),
                        "repository_name", text("templates"),
                        "resource_identifier", text("iamrole/" + id + ".yaml"));
        Map<String, AttributeValue> row =
                extended(
                        Map.of(
                                "principal", AttributeValue.fromM(template),
                                "change_type", text("generic_file")));
        truth.put("consoleme_policy_requests", row);

        assertThat(listed()).contains("templates-iamrole/" + id + ".yaml");
        assertThat(shown()).contains("generic_file", "iamrole/" + id + ".yaml");
        neverChanged(row);
    }

    private Map<String, AttributeValue> row(Map<String, AttributeValue> more) {
        Map<String, AttributeValue> row =
                new HashMap<>(
                        Map.of(
                                "request_id", text(id),
                                "status", text("pending"),
                                "justification", text("of an earlier day"),
                                "username", text("ana@example.com"),
                                "request_time", AttributeValue.fromN("1500000000"),
                                "last_updated", AttributeValue.fromN("1500000000")));
        row.putAll(more);
        return row;
    }

    private Map<String, AttributeValue> extended(Map<String, AttributeValue> change) {
        Map<String, AttributeValue> changes =
                Map.of("changes", AttributeValue.fromL(List.of(AttributeValue.fromM(change))));
        Map<String, AttributeValue> extended =
                Map.of(
                        "id", text(id),
                        "requester_email", text("ana@example.com"),
                        "request_status", text("pending"),
                        "timestamp", text("2017-07-14T02:40:00+00:00"),
                        "changes", AttributeValue.fromM(changes));
        return row(
                Map.of(
                        "version", text("2"),
                        "extended_request", AttributeValue.fromM(extended)));
    }

    private String shown() {
        assertThat(engineer.get("/api/v3/requests/" + id).must(200).body())
                .contains("of an earlier day");
        return engineer.get("/api/v2/requests/" + id).must(200).json().path("request").asText();
    }

    private void neverChanged(Map<String, AttributeValue> row) {
        for (String command :
                new String[] {"approve_request", "reject_request", "cancel_request"}) {
            Reply refused = PolicyRequests.send(approver, id, command, "");
            assertThat(refused.status()).as("%s: %s", command, refused).isEqualTo(409);
            assertThat(refused.body()).contains("it can be read, and no more");
        }
        assertThat(truth.request(id)).isEqualTo(row);
    }

    /** The table with it; asked seldom: a person gets so many answers in a minute, and no more. */
    private String listed() {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(5))
                .until(this::table, table -> table.contains(id));
    }

    private String table() {
        return bystander
                .post("/api/v2/requests", "{\"filters\":{\"arn\":\"" + id + "\"}}")
                .must(200)
                .body();
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
