package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.consoleme.testing.SampleRequests.ALICE;
import static org.consoleme.testing.SampleRequests.NOON;
import static org.consoleme.testing.SampleRequests.ROLE;
import static org.consoleme.testing.SampleTransitions.about;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.core.ThrowingRunnable;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Comment;
import org.consoleme.requests.RequestOrder;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Requests;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UserId;
import org.consoleme.testing.SampleRequests;
import org.junit.jupiter.api.Test;

/** What a store of requests lists; each test begins with an empty one. */
public abstract class RequestListsContract {
    static final UserId BO = new UserId("Bo@example.com");

    protected abstract Requests requests();

    final ChangeRequest opened(ChangeRequest request) {
        requests().open(request, about(request.id().value()));
        return requests().find(request.id()).orElseThrow();
    }

    final ChangeRequest step(
            ChangeRequest request, Function<ChangeRequest, ChangeRequest> transition) {
        return requests().replace(request, transition.apply(request), about(request.id().value()));
    }

    /** One of the lists that there are. */
    protected interface Listing {
        Requests.Page page(RequestOrder order, Optional<String> from, int limit);
    }

    private Listing inState(RequestState.Name state) {
        return (order, from, limit) -> requests().inState(state, order, from, limit);
    }

    private Listing of(UserId requester) {
        return (order, from, limit) -> requests().of(requester, order, from, limit);
    }

    /** Each kind of list, of what Alice asked for and nobody decided. */
    protected final List<Listing> listings() {
        return List.of(requests()::all, inState(RequestState.Name.PENDING), of(ALICE));
    }

    /** All of a list, page by page. */
    protected static List<RequestId> ids(Listing listing, RequestOrder order, int limit) {
        List<RequestId> ids = new ArrayList<>();
        Optional<String> from = Optional.empty();
        do {
            Requests.Page page = listing.page(order, from, limit);
            ids.addAll(ids(page.requests()));
            from = page.next();
        } while (from.isPresent());
        assertThat(Set.copyOf(ids)).hasSameSizeAs(ids);
        return ids;
    }

    private static List<RequestId> ids(List<ChangeRequest> requests) {
        return requests.stream().map(ChangeRequest::id).toList();
    }

    private static List<RequestId> newest(Listing listing, int limit) {
        return ids(listing, RequestOrder.NEWEST_FIRST, limit);
    }

    @Test
    void pagesOfAStateHoldEachRequestOnceTheNewestFirst() {
        List<RequestId> made = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            made.addFirst(opened(at(ALICE, NOON.plusSeconds(i))).id());
        }
        step(opened(at(ALICE, NOON.plusSeconds(90))), r -> r.cancelled(ALICE, NOON));

        eventually(
                () ->
                        assertThat(newest(inState(RequestState.Name.PENDING), 10))
                                .containsExactlyElementsOf(made));
        eventually(() -> assertThat(newest(inState(RequestState.Name.CANCELLED), 10)).hasSize(1));
        assertThat(requests().inState(RequestState.Name.FAILED, Optional.empty(), 10).requests())
                .isEmpty();
    }

    @Test
    void listsGoByWhenARequestWasMadeAndNotByWhatBecameOfItSince() {
        ChangeRequest first = opened(at(ALICE, NOON));
        ChangeRequest second = opened(at(BO, NOON.plusSeconds(1)));
        ChangeRequest third = opened(at(ALICE, NOON.plusSeconds(2)));
        step(second, r -> r.cancelled(BO, NOON.plusSeconds(3)));
        step(first, r -> r.commented(Comment.of(BO, NOON.plusSeconds(4), "still wanted?")));

        eventually(
                () ->
                        assertThat(newest(requests()::all, 2))
                                .containsExactly(third.id(), second.id(), first.id()));
        eventually(
                () ->
                        assertThat(newest(inState(RequestState.Name.PENDING), 1))
                                .containsExactly(third.id(), first.id()));
    }

    @Test
    void eachListGoesFromTheOldestOnTooAndHoldsTheSame() {
        List<RequestId> made = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            made.add(opened(at(ALICE, NOON.plusSeconds(i))).id());
        }
        for (Listing listing : listings()) {
            for (int limit : new int[] {1, 10, 100}) {
                eventually(
                        () ->
                                assertThat(ids(listing, RequestOrder.OLDEST_FIRST, limit))
                                        .containsExactlyElementsOf(made));
            }
            assertThat(newest(listing, 10)).containsExactlyElementsOf(made.reversed());
        }
    }

    @Test
    void aPlaceInAListBelongsToItAndToItsOrder() {
        for (int i = 0; i < 3; i++) {
            opened(at(ALICE, NOON.plusSeconds(i)));
        }
        List<Listing> listings = listings();
        for (Listing listing : listings) {
            for (RequestOrder order : RequestOrder.values()) {
                eventually(() -> assertThat(ids(listing, order, 1)).hasSize(3));
                Optional<String> place = listing.page(order, Optional.empty(), 1).next();

                for (Listing another : listings) {
                    for (RequestOrder wanted : RequestOrder.values()) {
                        if (!another.equals(listing) || wanted != order) {
                            isInvalid(() -> another.page(wanted, place, 1));
                        }
                    }
                }
            }
        }
    }

    private static void isInvalid(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.Invalid.class));
    }

    @Test
    void onesOwnRequestsAreFoundWhateverTheCaseOfTheName() {
        RequestId older = opened(at(BO, NOON)).id();
        RequestId newer = opened(at(new UserId("bo@EXAMPLE.com"), NOON.plusSeconds(1))).id();
        opened(at(ALICE, NOON));

        eventually(
                () ->
                        assertThat(newest(of(new UserId("BO@example.com")), 1))
                                .containsExactly(newer, older));
    }

    @Test
    void overdueArePendingRequestsWhoseTimeIsOver() {
        RequestId second = opened(at(ALICE, NOON.plusSeconds(60))).id();
        RequestId first = opened(at(ALICE, NOON)).id();
        step(opened(at(ALICE, NOON)), r -> r.cancelled(ALICE, NOON));
        opened(at(ALICE, NOON.plus(Duration.ofDays(1))));
        Instant end = NOON.plus(Duration.ofDays(7)).plusSeconds(60);

        eventually(
                () -> assertThat(ids(requests().overdue(end, 10))).containsExactly(first, second));
        eventually(() -> assertThat(ids(requests().overdue(end, 1))).containsExactly(first));
        assertThat(requests().overdue(NOON, 10)).isEmpty();
    }

    private static ChangeRequest at(UserId requester, Instant at) {
        return SampleRequests.pending(
                requester, at, new Change.RoleForATime(ROLE, Duration.ofHours(1)));
    }

    /** Lists may follow a moment later. */
    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(5)).untilAsserted(assertion);
    }
}
