package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consoleme.testing.SampleRequests.ALICE;
import static org.consoleme.testing.SampleRequests.NOON;
import static org.consoleme.testing.SampleTransitions.about;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestOrder;
import org.consoleme.requests.Requests;
import org.consoleme.requests.SeenRequest;
import org.consoleme.shared.RequestId;
import org.consoleme.testing.OnDynamoLocal;
import org.consoleme.testing.SampleRequests;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows that were stored before there was an index by time. */
@OnDynamoLocal
class RequestsOfEarlierReleasesIT {
    private static final TableDefinition TABLE = TestDynamo.TABLES.requestState();

    private DynamoDatabase dynamo;
    private Requests requests;

    @BeforeEach
    void connect() {
        dynamo =
                TestDynamo.with(TABLE, TestDynamo.TABLES.auditEvents(), TestDynamo.TABLES.outbox());
        requests =
                new DynamoRequests(
                        dynamo,
                        TestDynamo.CONFIGURATION,
                        new WrittenEvents(),
                        SettableClock.atNoon());
    }

    @AfterEach
    void close() {
        dynamo.close();
    }

    private ChangeRequest opened() {
        ChangeRequest request = SampleRequests.roleForTwoHours();
        requests.open(request, about("a request"));
        return request;
    }

    private static Map<String, AttributeValue> row(RequestId id) {
        return TestDynamo.rows(TABLE.name()).stream()
                .filter(row -> row.get("request_id").s().equals(id.value()))
                .findFirst()
                .orElseThrow();
    }

    private ChangeRequest ofAnEarlierRelease() {
        ChangeRequest request = opened();
        Map<String, AttributeValue> row = new HashMap<>(row(request.id()));
        row.remove("time_shard");
        TestDynamo.put(TABLE.name(), row);
        return request;
    }

    private Set<RequestId> listed() {
        List<SeenRequest> all = new ArrayList<>();
        Optional<String> from = Optional.empty();
        do {
            Requests.Page page = requests.all(RequestOrder.NEWEST_FIRST, from, 100);
            all.addAll(page.all());
            from = page.next();
        } while (from.isPresent());
        return all.stream().map(SeenRequest::id).collect(Collectors.toSet());
    }

    private void areListed(Collection<RequestId> ids) {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(listed()).containsExactlyInAnyOrderElementsOf(ids));
    }

    @Test
    void afterOneTurnTheyAreInTheListOfAll() {
        // Given: more than a page of them, one that is decided, and one of this release
        List<RequestId> all =
                IntStream.range(0, 110)
                        .mapToObj(i -> ofAnEarlierRelease().id())
                        .collect(Collectors.toCollection(ArrayList::new));
        ChangeRequest decided = requests.find(all.getFirst()).orElseThrow();
        requests.replace(decided, decided.cancelled(ALICE, NOON), about("a request"));
        Map<String, AttributeValue> row = new HashMap<>(row(decided.id()));
        row.remove("time_shard");
        TestDynamo.put(TABLE.name(), row);
        RequestId later = opened().id();
        areListed(List.of(later));

        // When
        boolean done = new TimeIndexFilling(dynamo, TABLE).turn();

        // Then: nothing else of them has changed, and a next step is possible
        assertThat(done).isTrue();
        all.add(later);
        areListed(all);
        assertThat(row(decided.id())).isEqualTo(RequestItem.withTime(row));
        ChangeRequest pending = requests.find(all.get(1)).orElseThrow();
        requests.replace(pending, pending.cancelled(ALICE, NOON), about("a request"));
    }

    @Test
    void theKeeperSeesToItWithoutBeingAsked() {
        RequestId early = ofAnEarlierRelease().id();
        List<Thread> started = new ArrayList<>();
        TimeIndexKeeper keeper =
                new TimeIndexKeeper(
                        dynamo,
                        TABLE,
                        work -> {
                            started.add(Thread.ofVirtual().unstarted(work));
                            return started.getLast();
                        },
                        List.of(Duration.ZERO, Duration.ofMinutes(5)));

        keeper.onStart("started");

        areListed(List.of(early));
        keeper.close();
        await().atMost(Duration.ofSeconds(10)).until(() -> !started.getFirst().isAlive());
    }
}
