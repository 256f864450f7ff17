package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What ConsoleMe stored in its first form, and still lies in its table. */
class EarlierRequestsIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private final Person engineer = Person.engineer(STACK.server());
    private final Person bystander = Person.named(STACK.server(), "bystander@example.com");
    private final Person approver = Person.approver(STACK.server());
    private final String id = UUID.randomUUID().toString();
    private final Map<String, AttributeValue> row =
            Map.of(
                    "request_id", text(id),
                    "arn", text("arn:aws:iam::" + STACK.account("sandbox") + ":role/" + id),
                    "status", text("pending"),
                    "justification", text("of the first form"),
                    "username", text("ana@example.com"),
                    "request_time", AttributeValue.fromN("1500000000"),
                    "last_updated", AttributeValue.fromN("1500000000"),
                    "policy_changes", text("[]"));
    private final StoredTruth truth = StoredTruth.of(STACK);

    @BeforeEach
    void store() {
        truth.put("consoleme_policy_requests", row);
    }

    @Test
    void policyL24_aRequestOfTheFirstVersionIsListedAndShownAndNeverChanged() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(5))
                .until(() -> table().contains(id));
        assertThat(engineer.get("/api/v2/requests/" + id).must(400).json().path("message").asText())
                .contains("first form");
        assertThat(engineer.get("/api/v3/requests/" + id).must(200).body())
                .contains("of the first form", Instant.ofEpochSecond(1_500_000_000).toString());

        for (String command :
                new String[] {"approve_request", "reject_request", "cancel_request"}) {
            Reply refused = PolicyRequests.send(approver, id, command, "");
            assertThat(refused.status()).as("%s: %s", command, refused).isEqualTo(409);
            assertThat(refused.body()).contains("it can be read, and no more");
        }

        assertThat(truth.request(id)).isEqualTo(row);
    }

    /** Asked seldom: the server answers a person so many questions in a minute, and no more. */
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
