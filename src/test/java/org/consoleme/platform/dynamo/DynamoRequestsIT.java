package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.consoleme.testing.SampleRequests.ALICE;
import static org.consoleme.testing.SampleRequests.NOON;
import static org.consoleme.testing.SampleTransitions.about;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.contracts.RequestsContract;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Comment;
import org.consoleme.requests.RequestOrder;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Requests;
import org.consoleme.requests.SeenRequest;
import org.consoleme.requests.UnreadableRequest;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.testing.OnDynamoLocal;
import org.consoleme.testing.Problems;
import org.consoleme.testing.SampleRequests;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnDynamoLocal
class DynamoRequestsIT extends RequestsContract {
    private static final String OURS = TestDynamo.TABLES.requestState().name();

    private final WrittenEvents written = new WrittenEvents();
    private final SettableClock clock = SettableClock.atNoon();
    private DynamoDatabase dynamo;
    private Requests requests;

    @BeforeEach
    void connect() {
        dynamo = TestDynamo.withRequests();
        requests = new DynamoRequests(dynamo, TestDynamo.CONFIGURATION, written, clock);
    }

    @AfterEach
    void close() {
        dynamo.close();
    }

    @Override
    protected Requests requests() {
        return requests;
    }

    @Override
    protected int auditRows() {
        return TestDynamo.rows(TestDynamo.TABLES.auditEvents().name()).size();
    }

    @Override
    protected List<OutboxEvent> effects() {
        return new DynamoOutbox(dynamo, TestDynamo.CONFIGURATION, written)
                .due(Instant.parse("2100-01-01T00:00:00Z"), 1000);
    }

    private ChangeRequest opened(ChangeRequest request) {
        requests.open(request, about("a request"));
        return requests.find(request.id()).orElseThrow();
    }

    private Requests.Page pending(Optional<String> from) {
        return requests.inState(RequestState.Name.PENDING, from, 100);
    }

    @Test
    void aPageMayGoOnAfterAnyRequestOfOneMoment() {
        for (int i = 0; i < 8; i++) {
            opened(SampleRequests.roleForTwoHours());
        }
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(pending(Optional.empty()).all()).hasSize(8));

        Requests.Page page = pending(Optional.empty());
        for (int taken = 1; taken < 8; taken++) {
            Optional<String> place = Optional.of(page.after().apply(page.all().get(taken - 1)));
            assertThat(pending(place).all())
                    .containsExactlyElementsOf(page.all().subList(taken, 8));
        }
    }

    @Test
    void nobodyTalksARequestSoFullThatItCannotBeDecided() {
        ChangeRequest request = opened(SampleRequests.roleForTwoHours());
        ChangeRequest full = request;
        for (int i = 0; i < 73; i++) {
            full = full.commented(new Comment("c-" + i, ALICE, NOON, "x".repeat(4000)));
        }
        ChangeRequest stored = requests.replace(request, full, about("a request"));

        assertThat(
                        Problems.of(
                                () ->
                                        requests.replace(
                                                stored,
                                                stored.commented(
                                                        new Comment(
                                                                "c",
                                                                ALICE,
                                                                NOON,
                                                                "x".repeat(20_000))),
                                                about("a request"))))
                .isInstanceOf(Problem.TooLarge.class);

        requests.replace(stored, stored.cancelled(ALICE, NOON), about("a request"));
        assertThat(requests.find(request.id()).orElseThrow().state().name())
                .isEqualTo(RequestState.Name.CANCELLED);
    }

    @Test
    void aRequestOfALaterReleaseIsNamedAndLeavesTheListStanding() {
        ChangeRequest known = opened(SampleRequests.roleForTwoHours());
        ChangeRequest later = opened(SampleRequests.roleForTwoHours());
        Map<String, AttributeValue> row =
                new HashMap<>(
                        TestDynamo.rows(OURS).stream()
                                .filter(r -> r.get("request_id").s().equals(later.id().value()))
                                .findFirst()
                                .orElseThrow());
        row.put(
                "changes",
                AttributeValue.fromL(
                        List.of(
                                AttributeValue.fromM(
                                        Map.of(
                                                "id", AttributeValue.fromS("c0"),
                                                "kind", AttributeValue.fromS("attach_policy"))))));
        TestDynamo.put(OURS, row);

        assertThatThrownBy(() -> requests.find(later.id()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        error -> assertThat(error.problem().toString()).contains("attach_policy"));
        assertThat(requests.look(later.id()))
                .contains(new SeenRequest.Unreadable(new UnreadableRequest(later.id(), NOON)));
        for (Supplier<Requests.Page> list :
                List.<Supplier<Requests.Page>>of(
                        () -> requests.inState(RequestState.Name.PENDING, Optional.empty(), 10),
                        () ->
                                requests.of(
                                        ALICE, RequestOrder.NEWEST_FIRST, Optional.empty(), 10))) {
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(
                            () -> {
                                assertThat(list.get().requests())
                                        .extracting(ChangeRequest::id)
                                        .containsExactly(known.id());
                                assertThat(list.get().unreadable())
                                        .containsExactly(new UnreadableRequest(later.id(), NOON));
                            });
        }
    }

    @Test
    void pagesHoldEachRequestOnceEvenIfAllAreOfOneMoment() {
        Set<RequestId> made =
                IntStream.range(0, 40)
                        .mapToObj(i -> opened(SampleRequests.roleForTwoHours()).id())
                        .collect(Collectors.toSet());

        for (Listing listing : listings()) {
            List<RequestId> newest = ids(listing, RequestOrder.NEWEST_FIRST, 7);
            assertThat(newest).containsExactlyInAnyOrderElementsOf(made);
            assertThat(ids(listing, RequestOrder.OLDEST_FIRST, 7))
                    .containsExactlyElementsOf(newest.reversed());
        }
    }

    @Test
    void aPageThatWasTamperedWithIsInvalid() {
        assertThat(
                        Problems.of(
                                () ->
                                        requests.inState(
                                                RequestState.Name.PENDING,
                                                Optional.of("AAAA"),
                                                10)))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(
                        Problems.of(
                                () ->
                                        requests.of(
                                                ALICE,
                                                RequestOrder.OLDEST_FIRST,
                                                Optional.of("x".repeat(100_000)),
                                                10)))
                .isInstanceOf(Problem.Invalid.class);
    }
}
