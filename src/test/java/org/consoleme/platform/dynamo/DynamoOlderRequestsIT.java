package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.SampleTransitions.about;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.OlderRequest;
import org.consoleme.shared.RequestId;
import org.consoleme.testing.Golden;
import org.consoleme.testing.OnDynamoLocal;
import org.consoleme.testing.SampleRequests;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnDynamoLocal
class DynamoOlderRequestsIT {
    private static final String THEIRS = "consoleme_policy_requests";

    private final SettableClock clock = SettableClock.atNoon();
    private DynamoDatabase dynamo;
    private DynamoOlderRequests older;

    @BeforeEach
    void connect() {
        dynamo = TestDynamo.withRequests();
        older = reader();
    }

    /** Reads in the caller's thread, so that the next list is the fresh one. */
    private DynamoOlderRequests reader() {
        return new DynamoOlderRequests(dynamo, TestDynamo.CONFIGURATION, Runnable::run, clock);
    }

    @AfterEach
    void close() {
        dynamo.close();
    }

    private static void record() {
        Golden.dynamoItems(THEIRS).forEach(item -> TestDynamo.put(THEIRS, TestDynamo.item(item)));
    }

    private ChangeRequest ours() {
        ChangeRequest request = SampleRequests.newPolicy();
        new DynamoRequests(dynamo, TestDynamo.CONFIGURATION, new WrittenEvents(), clock)
                .open(request, about(request.id().value()));
        return request;
    }

    @Test
    void whatConsoleMeRecordedIsListedTheNewestFirstWithoutOurOwn() {
        record();
        ours();

        List<OlderRequest> list = older.list().all();

        assertThat(list)
                .hasSize(Golden.dynamoItems(THEIRS).size())
                .allSatisfy(request -> assertThat(request.unreadable()).isEmpty())
                .isSortedAccordingTo(
                        (a, b) ->
                                b.requestedAt()
                                        .orElseThrow()
                                        .compareTo(a.requestedAt().orElseThrow()));
    }

    @Test
    void theListIsReadAnewAfterAMinute() {
        record();
        int size = older.list().all().size();
        TestDynamo.put(THEIRS, Map.of("request_id", AttributeValue.fromS("one-more")));

        assertThat(older.list().all()).hasSize(size);
        clock.advance(Duration.ofSeconds(61));
        assertThat(older.list().all()).hasSize(size + 1);
    }

    @Test
    void whoeverAsksFirstWaitsForNothing() {
        record();
        List<Runnable> background = new ArrayList<>();
        DynamoOlderRequests lazy =
                new DynamoOlderRequests(dynamo, TestDynamo.CONFIGURATION, background::add, clock);

        assertThat(lazy.list().all()).isEmpty();
        assertThat(lazy.list().all()).isEmpty();
        assertThat(background).hasSize(1);
        background.getFirst().run();
        assertThat(lazy.list().all()).isNotEmpty();
    }

    @Test
    void oneIsFoundWithAllThatItsPageShows() {
        record();

        OlderRequest found =
                older.find(new RequestId("24b9ef3c-4417-4d22-b7f9-ab24dbc1e495")).orElseThrow();

        assertThat(found.status()).isEqualTo("approved");
        assertThat(found.requester()).contains("ana@corp.example");
        assertThat(found.version()).isEqualTo(2);
        assertThat(found.changeTypes()).containsExactly("inline_policy");
        assertThat(found.arn()).contains("arn:aws:iam::200000000002:role/billing-reader");
        assertThat(
                        Golden.parse(found.extendedRequest().orElseThrow())
                                .at("/comments/0/user/extended_info/domain")
                                .asText("?"))
                .isEmpty();
        assertThat(older.find(new RequestId("nobody-knows-it"))).isEmpty();
    }

    @Test
    void anIdOfSeveralItemsSaysSo() {
        TestDynamo.drop(THEIRS);
        TestDynamo.with(TestDynamo.policyRequests(Optional.of("arn"))).close();
        Map<String, AttributeValue> item =
                new HashMap<>(TestDynamo.item(Golden.dynamoItems(THEIRS).get(0)));
        TestDynamo.put(THEIRS, item);
        item.put("arn", AttributeValue.fromS("arn:aws:iam::200000000002:role/another"));
        TestDynamo.put(THEIRS, item);

        assertThat(older.find(new RequestId(item.get("request_id").s())).orElseThrow().unreadable())
                .isPresent();
    }

    @Test
    void withoutTheTableThereIsNothingAndNothingFails() {
        TestDynamo.drop(THEIRS);

        assertThat(older.list().all()).isEmpty();
        assertThat(older.find(new RequestId("r-1"))).isEmpty();
    }
}
