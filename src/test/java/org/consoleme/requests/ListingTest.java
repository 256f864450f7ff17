package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.BOB;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.DAN;
import static org.consoleme.requests.RequestSamples.reject;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.identity.Caller;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UserId;
import org.junit.jupiter.api.Test;

/** What is listed, and what waits for whom. */
class ListingTest {
    private static final Optional<UserId> ALICES = Optional.of(ALICE.user());

    private final RequestsFixture fixture = new RequestsFixture();

    private ChangeRequest asked(Caller caller) {
        fixture.clock.advance(Duration.ofMinutes(1));
        return fixture.opened(caller, new AskedChange.Role(APP, Duration.ofHours(1)));
    }

    private RequestId older(String status, String requester, Instant at) {
        RequestId id = new RequestId("older-" + status + "-" + at.getEpochSecond());
        fixture.older.with(
                new OlderRequest(
                        id,
                        Optional.of(APP.toString()),
                        status,
                        Optional.of(requester),
                        Optional.empty(),
                        Optional.of(at),
                        Optional.empty(),
                        2,
                        Optional.empty(),
                        List.of("managed_policy"),
                        Optional.empty()));
        return id;
    }

    private List<RequestId> listed(
            Set<RequestState.Name> states, Optional<UserId> requester, int limit) {
        return listed(states, requester, RequestOrder.NEWEST_FIRST, limit);
    }

    private List<RequestId> listed(
            Set<RequestState.Name> states,
            Optional<UserId> requester,
            RequestOrder order,
            int limit) {
        List<RequestId> all = new ArrayList<>();
        Optional<String> from = Optional.empty();
        do {
            ListRequests.Page page =
                    fixture.listing()
                            .handle(new RequestQuery(states, requester, order, from, limit));
            assertThat(page.requests().size()).isLessThanOrEqualTo(limit);
            page.requests().forEach(seen -> all.add(seen.id()));
            from = page.next();
        } while (from.isPresent());
        assertThat(Set.copyOf(all)).hasSameSizeAs(all);
        return all;
    }

    @Test
    void C30_pagesOfAnySizeHoldEachRequestOnceTheNewestFirst() {
        List<RequestId> made = new ArrayList<>();
        made.add(older("pending", "bob@example.com", Instant.EPOCH));
        for (int i = 0; i < 6; i++) {
            ChangeRequest request = asked(i % 2 == 0 ? ALICE : BOB);
            made.addFirst(request.id());
            if (i % 3 == 0) {
                fixture.reviewing().handle(CAROL, request.id(), reject(request));
            }
            if (i == 4) {
                made.addFirst(
                        older(
                                "approved",
                                "alice@example.com",
                                fixture.clock.instant().plusSeconds(9)));
            }
        }
        for (int limit : new int[] {1, 2, 3, 7, 1000}) {
            assertThat(listed(Set.of(), Optional.empty(), limit)).containsExactlyElementsOf(made);
        }
        assertThat(listed(Set.of(RequestState.Name.REJECTED), Optional.empty(), 2)).hasSize(2);
        assertThat(listed(Set.of(RequestState.Name.PENDING), Optional.empty(), 2)).hasSize(5);
        assertThat(listed(Set.of(RequestState.Name.APPLIED), Optional.empty(), 2)).hasSize(1);
        assertThat(
                        listed(
                                Set.of(RequestState.Name.REJECTED, RequestState.Name.APPLIED),
                                Optional.empty(),
                                2))
                .hasSize(3)
                .isSubsetOf(made);
        assertThat(listed(Set.of(), Optional.of(new UserId("BOB@example.com")), 2)).hasSize(4);
        assertThat(listed(Set.of(RequestState.Name.REJECTED), Optional.of(ALICE.user()), 2))
                .hasSize(1);
    }

    private ListRequests.Page page(
            Set<RequestState.Name> states, Optional<String> from, int limit) {
        return fixture.listing()
                .handle(
                        new RequestQuery(
                                states, Optional.empty(), RequestOrder.NEWEST_FIRST, from, limit));
    }

    private List<RequestId> rest(Set<RequestState.Name> states, Optional<String> from, int limit) {
        List<RequestId> rest = new ArrayList<>();
        Optional<String> next = from;
        while (next.isPresent()) {
            ListRequests.Page page = page(states, next, limit);
            page.requests().forEach(seen -> rest.add(seen.id()));
            next = page.next();
        }
        return rest;
    }

    /** So many, and two of ConsoleMe's among the newest, so that a page ends within a store's. */
    private List<RequestId> askedBesideOlder(int ours) {
        List<RequestId> made = new ArrayList<>();
        for (int i = ours; i > 0; i--) {
            made.addFirst(asked(ALICE).id());
            if (i == 3 || i == 5) {
                made.addFirst(
                        older(
                                "pending",
                                "bob@example.com",
                                fixture.clock.instant().plusSeconds(9)));
            }
        }
        return made;
    }

    @Test
    void theNextPageMayBeOfAnotherSize() {
        List<RequestId> made = askedBesideOlder(120);

        for (int first : new int[] {4, 50, 110}) {
            for (int later : new int[] {1, 10, 100}) {
                ListRequests.Page page = page(Set.of(), Optional.empty(), first);
                List<RequestId> seen = new ArrayList<>();
                page.requests().forEach(request -> seen.add(request.id()));
                seen.addAll(rest(Set.of(), page.next(), later));
                assertThat(seen).containsExactlyElementsOf(made);
            }
        }
    }

    @Test
    void whatLeavesAListBetweenTwoPagesTakesNothingElseWithIt() {
        Set<RequestState.Name> pending = Set.of(RequestState.Name.PENDING);
        List<RequestId> made = askedBesideOlder(30);

        ListRequests.Page first = page(pending, Optional.empty(), 10);
        fixture.cancelling().handle(ALICE, made.get(0));
        fixture.cancelling().handle(ALICE, made.get(9));

        assertThat(rest(pending, first.next(), 10))
                .containsExactlyElementsOf(made.subList(10, made.size()));
    }

    @Test
    void theOldestFirstAreTheNewestFirstTurnedAround() {
        older("approved", "bob@example.com", Instant.EPOCH);
        for (int i = 0; i < 6; i++) {
            ChangeRequest request = asked(i % 2 == 0 ? ALICE : BOB);
            if (i % 3 == 0) {
                fixture.reviewing().handle(CAROL, request.id(), reject(request));
            }
            older("pending", "alice@example.com", fixture.clock.instant().plusSeconds(i + 1));
        }
        Set<RequestState.Name> two = Set.of(RequestState.Name.REJECTED, RequestState.Name.PENDING);
        for (int limit : new int[] {1, 2, 5, 1000}) {
            for (Set<RequestState.Name> states : List.of(Set.<RequestState.Name>of(), two)) {
                for (Optional<UserId> asker : List.of(Optional.<UserId>empty(), ALICES)) {
                    List<RequestId> newest = listed(states, asker, 1000);
                    assertThat(newest).hasSizeGreaterThan(5);
                    assertThat(listed(states, asker, RequestOrder.OLDEST_FIRST, limit))
                            .containsExactlyElementsOf(newest.reversed());
                }
            }
        }
    }

    @Test
    void theInboxHoldsWhatWaitsForMeTheOldestFirst() {
        ChangeRequest first = asked(ALICE);
        ChangeRequest second = asked(BOB);
        fixture.clock.advance(Duration.ofMinutes(1));
        ChangeRequest policy = fixture.policyAsked();
        fixture.opened(CAROL, RequestSamples.newPolicy("own"));
        ChangeRequest withdrawn = asked(ALICE);
        fixture.cancelling().handle(ALICE, withdrawn.id());

        Inbox.Waiting carols = fixture.inbox().handle(CAROL);
        assertThat(carols.waiting()).containsExactly(first, second, policy);
        assertThat(carols.complete()).isTrue();
        assertThat(fixture.inbox().handle(DAN).waiting()).hasSize(4);
        assertThat(fixture.inbox().handle(ALICE).waiting()).isEmpty();
        fixture.clock.advance(Duration.ofDays(3));
        assertThat(fixture.inbox().handle(CAROL).waiting()).containsExactly(policy);
    }

    @Test
    void whatCannotBeReadStandsInListsAsSuch() {
        ChangeRequest first = asked(ALICE);
        ChangeRequest second = asked(ALICE);
        ChangeRequest third = asked(BOB);
        fixture.requests.spoil(second.id());

        for (int limit : new int[] {1, 10}) {
            assertThat(listed(Set.of(), Optional.empty(), limit))
                    .containsExactly(third.id(), second.id(), first.id());
            assertThat(listed(Set.of(), Optional.of(ALICE.user()), limit))
                    .containsExactly(second.id(), first.id());
        }
        assertThat(
                        fixture.listing()
                                .handle(
                                        new RequestQuery(
                                                Set.of(RequestState.Name.PENDING),
                                                Optional.empty(),
                                                RequestOrder.NEWEST_FIRST,
                                                Optional.empty(),
                                                10))
                                .requests()
                                .get(1))
                .isEqualTo(
                        new SeenRequest.Unreadable(
                                new UnreadableRequest(second.id(), second.requestedAt())));
        Inbox.Waiting waiting = fixture.inbox().handle(CAROL);
        assertThat(waiting.waiting()).containsExactly(first, third);
        assertThat(waiting.unreadable()).extracting(UnreadableRequest::id).contains(second.id());
    }
}
