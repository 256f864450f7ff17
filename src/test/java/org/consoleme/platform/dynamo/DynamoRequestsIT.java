package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.consoleme.testing.SampleRequests.ALICE;
import static org.consoleme.testing.SampleRequests.NOON;

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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.contracts.RequestsContract;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Comment;
import org.consoleme.requests.RequestOrder;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Requests;
import org.consoleme.requests.SeenRequest;
import org.consoleme.requests.Transition;
import org.consoleme.requests.UnreadableRequest;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.testing.DynamoLocalExtension;
import org.consoleme.testing.SampleRequests;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(DynamoLocalExtension.class)
class DynamoRequestsIT extends RequestsContract {
    private static final String OURS = TestDynamo.TABLES.requestState().name();
    private static final String THEIRS = "consoleme_policy_requests";

    private final WrittenEvents written = new WrittenEvents();
    private final SettableClock clock = SettableClock.atNoon();
    private DynamoDatabase dynamo;
    private Requests requests;

    @BeforeEach
    void connect() {
        dynamo =
                TestDynamo.with(
                        TestDynamo.TABLES.requestState(),
                        TestDynamo.TABLES.auditEvents(),
                        TestDynamo.TABLES.outbox(),
                        TestDynamo.policyRequests(Optional.empty()));
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

    private static Transition transition(OutboxEvent.Kind... effects) {
        return new Transition(
                new AuditEvent.RequestCommanded(
                        new Origin(ALICE.value(), Door.WEB, "http-1", Optional.empty()),
                        NOON,
                        "a request",
                        Outcome.DONE,
                        Optional.empty(),
                        Map.of()),
                List.of(effects));
    }

    private ChangeRequest opened(ChangeRequest request) {
        requests.open(request, transition());
        return requests.find(request.id()).orElseThrow();
    }

    private static Map<String, AttributeValue> only(String table) {
        assertThat(TestDynamo.rows(table)).hasSize(1);
        return TestDynamo.rows(table).getFirst();
    }

    private static void isProblem(ThrowingCallable call, Class<? extends Problem> problem) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        error -> assertThat(error.problem()).isInstanceOf(problem));
    }

    private static void drop(String table) {
        try (DynamoDbClient client = DynamoLocalExtension.client()) {
            client.deleteTable(delete -> delete.tableName(table));
        }
    }

    @Test
    void consoleMeSeesAPolicyRequestAndNeverARoleForATime() {
        opened(SampleRequests.roleForTwoHours());
        assertThat(TestDynamo.rows(THEIRS)).isEmpty();

        ChangeRequest request = opened(SampleRequests.newPolicy());
        requests.replace(request, request.expired(NOON.plusSeconds(9)), transition());

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

        isProblem(
                () -> requests.replace(read, read.cancelled(ALICE, NOON), transition()),
                Problem.Conflict.class);

        ChangeRequest again = requests.find(read.id()).orElseThrow();
        requests.replace(again, again.cancelled(ALICE, NOON), transition());
        assertThat(only(THEIRS).get("status").s()).isEqualTo("cancelled");
    }

    @Test
    void aTableWhoseKeyHasTheArnInItIsServedTheSame() {
        drop(THEIRS);
        TestDynamo.with(TestDynamo.policyRequests(Optional.of("arn"))).close();
        ChangeRequest request = opened(SampleRequests.newPolicy());

        requests.replace(request, request.cancelled(ALICE, NOON), transition());

        assertThat(only(THEIRS).get("status").s()).isEqualTo("cancelled");
    }

    @Test
    void withoutConsoleMesTableRequestsLiveInOursAloneUntilItAppears() {
        drop(THEIRS);
        ChangeRequest request = opened(SampleRequests.newPolicy());
        ChangeRequest commented =
                requests.replace(
                        request,
                        request.commented(new Comment("c-1", ALICE, NOON, "still there?")),
                        transition());
        TestDynamo.with(TestDynamo.policyRequests(Optional.empty())).close();
        clock.advance(Duration.ofMinutes(6));

        requests.replace(commented, commented.cancelled(ALICE, NOON), transition());

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
    void withoutOurOwnTableNothingIsStoredAnywhere() {
        drop(OURS);

        isProblem(
                () -> requests.open(SampleRequests.newPolicy(), transition()),
                Problem.Refused.class);
        assertThat(TestDynamo.rows(THEIRS)).isEmpty();
        assertThat(auditRows()).isZero();
    }

    @Test
    void nobodyTalksARequestSoFullThatItCannotBeDecided() {
        ChangeRequest request = opened(SampleRequests.roleForTwoHours());
        ChangeRequest full = request;
        for (int i = 0; i < 73; i++) {
            full = full.commented(new Comment("c-" + i, ALICE, NOON, "x".repeat(4000)));
        }
        ChangeRequest stored = requests.replace(request, full, transition());

        isProblem(
                () ->
                        requests.replace(
                                stored,
                                stored.commented(new Comment("c", ALICE, NOON, "x".repeat(20_000))),
                                transition()),
                Problem.TooLarge.class);

        requests.replace(stored, stored.cancelled(ALICE, NOON), transition());
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
        isProblem(
                () -> requests.inState(RequestState.Name.PENDING, Optional.of("AAAA"), 10),
                Problem.Invalid.class);
        isProblem(
                () ->
                        requests.of(
                                ALICE,
                                RequestOrder.OLDEST_FIRST,
                                Optional.of("x".repeat(100_000)),
                                10),
                Problem.Invalid.class);
    }
}
