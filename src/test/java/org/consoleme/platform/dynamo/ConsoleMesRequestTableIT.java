package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.SampleRequests.ALICE;
import static org.consoleme.testing.SampleRequests.NOON;
import static org.consoleme.testing.SampleTransitions.about;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Comment;
import org.consoleme.requests.Requests;
import org.consoleme.shared.Problem;
import org.consoleme.testing.OnDynamoLocal;
import org.consoleme.testing.Problems;
import org.consoleme.testing.SampleRequests;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What ConsoleMe sees of our requests in its own table, whatever that table is like. */
@OnDynamoLocal
class ConsoleMesRequestTableIT {
    private static final String OURS = TestDynamo.TABLES.requestState().name();
    private static final String THEIRS = "consoleme_policy_requests";

    private final SettableClock clock = SettableClock.atNoon();
    private DynamoDatabase dynamo;
    private Requests requests;

    @BeforeEach
    void connect() {
        dynamo = TestDynamo.withRequests();
        requests = new DynamoRequests(dynamo, TestDynamo.CONFIGURATION, new WrittenEvents(), clock);
    }

    @AfterEach
    void close() {
        dynamo.close();
    }

    private ChangeRequest opened(ChangeRequest request) {
        requests.open(request, about("a request"));
        return requests.find(request.id()).orElseThrow();
    }

    private static Map<String, AttributeValue> only(String table) {
        assertThat(TestDynamo.rows(table)).hasSize(1);
        return TestDynamo.rows(table).getFirst();
    }

    @Test
    void consoleMeSeesAPolicyRequestAndNeverARoleForATime() {
        opened(SampleRequests.roleForTwoHours());
        assertThat(TestDynamo.rows(THEIRS)).isEmpty();

        ChangeRequest request = opened(SampleRequests.newPolicy());
        requests.replace(request, request.expired(NOON.plusSeconds(9)), about("a request"));

        assertThat(only(THEIRS).get("request_id").s()).isEqualTo(request.id().value());
        assertThat(only(THEIRS).get("status").s()).isEqualTo("cancelled");
        assertThat(only(THEIRS).get("last_updated").n())
                .isEqualTo("" + NOON.plusSeconds(9).getEpochSecond());
    }

    @Test
    void B13_whatConsoleMeWroteMeanwhileIsNotWrittenOverUnseen() {
        ChangeRequest read = opened(SampleRequests.newPolicy());
        Map<String, AttributeValue> touched = new HashMap<>(only(THEIRS));
        touched.put("last_updated", AttributeValue.fromN("1999999999"));
        TestDynamo.put(THEIRS, touched);

        assertThat(
                        Problems.of(
                                () ->
                                        requests.replace(
                                                read,
                                                read.cancelled(ALICE, NOON),
                                                about("a request"))))
                .isInstanceOf(Problem.Conflict.class);

        ChangeRequest again = requests.find(read.id()).orElseThrow();
        requests.replace(again, again.cancelled(ALICE, NOON), about("a request"));
        assertThat(only(THEIRS).get("status").s()).isEqualTo("cancelled");
    }

    @Test
    void aTableWhoseKeyHasTheArnInItIsServedTheSame() {
        TestDynamo.drop(THEIRS);
        TestDynamo.with(TestDynamo.policyRequests(Optional.of("arn"))).close();
        ChangeRequest request = opened(SampleRequests.newPolicy());

        requests.replace(request, request.cancelled(ALICE, NOON), about("a request"));

        assertThat(only(THEIRS).get("status").s()).isEqualTo("cancelled");
    }

    @Test
    void withoutConsoleMesTableRequestsLiveInOursAloneUntilItAppears() {
        TestDynamo.drop(THEIRS);
        ChangeRequest request = opened(SampleRequests.newPolicy());
        ChangeRequest commented =
                requests.replace(
                        request,
                        request.commented(new Comment("c-1", ALICE, NOON, "still there?")),
                        about("a request"));
        TestDynamo.with(TestDynamo.policyRequests(Optional.empty())).close();
        clock.advance(Duration.ofMinutes(6));

        requests.replace(commented, commented.cancelled(ALICE, NOON), about("a request"));

        assertThat(only(THEIRS).get("status").s()).isEqualTo("cancelled");
    }

    @Test
    void whateverAPolicyHoldsDynamoDbTakesIt() {
        Map<String, Object> odd =
                DocumentValues.of(
                        "{\"\": {\"\": []}, \"a\": \"\", \"b\": [null, 1e300, 1e400, -0.0, "
                                + "9".repeat(70)
                                + "], \"c\": {}}");

        new Transaction()
                .put(THEIRS, ItemCodec.CONSOLEME.item(Map.of("request_id", "r-1", "document", odd)))
                .run(dynamo);

        assertThat(only(THEIRS).get("document").m()).containsKeys("a", "b", "c");
    }

    @Test
    void withoutOurOwnTableNothingIsStoredAnywhere() {
        TestDynamo.drop(OURS);

        assertThat(Problems.of(() -> requests.open(SampleRequests.newPolicy(), about("a request"))))
                .isInstanceOf(Problem.Refused.class);
        assertThat(TestDynamo.rows(THEIRS)).isEmpty();
        assertThat(TestDynamo.rows(TestDynamo.TABLES.auditEvents().name())).isEmpty();
    }
}
