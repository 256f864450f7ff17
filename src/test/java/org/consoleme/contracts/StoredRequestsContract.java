package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.SampleRequests.ALICE;
import static org.consoleme.testing.SampleRequests.NOON;
import static org.consoleme.testing.SampleRequests.ROLE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.consoleme.audit.Door;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.Comment;
import org.consoleme.requests.Review;
import org.consoleme.requests.SeenRequest;
import org.consoleme.requests.Version;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UserId;
import org.consoleme.testing.SampleRequests;
import org.junit.jupiter.api.Test;

/** Whatever a request holds is found as it was stored; each test begins with an empty store. */
public abstract class StoredRequestsContract extends RequestListsContract {
    static final UserId CAROL = new UserId("carol@example.com");

    private static Review review(
            ChangeRequest of, UserId by, Review.Verdict verdict, Optional<String> reason) {
        return new Review(
                by,
                NOON.plusSeconds(60),
                Door.SLACK,
                verdict,
                of.hash(),
                of.open(),
                reason,
                "team rule");
    }

    static Review approval(ChangeRequest of, UserId by) {
        return review(of, by, Review.Verdict.APPROVED, Optional.empty());
    }

    /** Equal but for the version, which is the store's own. */
    private void isStoredAs(ChangeRequest expected) {
        ChangeRequest stored = requests().find(expected.id()).orElseThrow();
        assertThat(stored.at(Version.NEW)).isEqualTo(expected.at(Version.NEW));
        assertThat(stored.hash()).isEqualTo(expected.hash());
        assertThat(requests().look(expected.id())).contains(new SeenRequest.Ours(stored));
    }

    @Test
    void everyKindOfChangeIsFoundAsItWasOpened() {
        for (ChangeRequest request :
                List.of(
                        SampleRequests.roleForTwoHours(),
                        SampleRequests.newPolicy(),
                        SampleRequests.twoPolicies())) {
            ChangeRequest stored = opened(request);

            isStoredAs(request);
            assertThat(stored.version().revision()).isPositive();
        }
        assertThat(requests().find(new RequestId("no-such-request"))).isEmpty();
        assertThat(requests().look(new RequestId("no-such-request"))).isEmpty();
    }

    @Test
    void everybodyWhoWroteAChangeIsKept() {
        ChangeRequest request = opened(SampleRequests.roleForTwoHours());
        String change = request.changes().getFirst().id();
        ChangeRequest edited =
                step(request, r -> r.edited(change, anHour(), BO, NOON, NOON.plusSeconds(9)));
        ChangeRequest again =
                step(
                        edited,
                        r ->
                                r.edited(
                                        change,
                                        new Change.RoleForATime(ROLE, Duration.ofHours(3)),
                                        CAROL,
                                        NOON,
                                        NOON.plusSeconds(9)));

        isStoredAs(again);
        assertThat(again.change(change).writers()).containsExactlyInAnyOrder(BO, CAROL);
    }

    private static Change anHour() {
        return new Change.RoleForATime(ROLE, Duration.ofHours(1));
    }

    @Test
    void anotherBeneficiaryAndNoJustificationAreKept() {
        ChangeRequest request = SampleRequests.roleForTwoHours();
        ChangeRequest other =
                new ChangeRequest(
                        request.id(),
                        Version.NEW,
                        ALICE,
                        new UserId("Zo\u00eb@example.com"),
                        "",
                        NOON,
                        NOON,
                        Optional.empty(),
                        request.state(),
                        request.changes(),
                        List.of(),
                        List.of(),
                        Optional.empty());
        opened(other);

        isStoredAs(other);
    }

    @Test
    void everyStateIsFoundAsItWasStored() {
        for (ChangeRequest made :
                List.of(SampleRequests.roleForTwoHours(), SampleRequests.twoPolicies())) {
            ChangeRequest request = opened(made);
            ChangeRequest approved =
                    step(
                            request,
                            r -> r.reviewed(approval(r, BO), 2).reviewed(approval(r, CAROL), 2));
            isStoredAs(approved);
            String first = approved.changes().getFirst().id();
            ChangeRequest applying =
                    step(approved, r -> r.outcome(first, new ChangeState.Applying(3, NOON), NOON));
            isStoredAs(applying);
            isStoredAs(
                    step(
                            applying,
                            r ->
                                    r.outcome(
                                            first,
                                            new ChangeState.Failed(
                                                    NOON, "AWS said: \u00abno\u00bb"),
                                            NOON)));
            ChangeRequest again = requests().find(request.id()).orElseThrow();
            ChangeRequest retried = step(again, r -> r.retried(NOON.plusSeconds(5)));
            ChangeRequest anew =
                    step(retried, r -> r.outcome(first, new ChangeState.Applying(1, NOON), NOON));
            isStoredAs(step(anew, r -> r.outcome(first, new ChangeState.Applied(NOON), NOON)));
        }
    }

    @Test
    void everyEndIsFoundAsItWasStored() {
        for (Function<ChangeRequest, ChangeRequest> end :
                List.<Function<ChangeRequest, ChangeRequest>>of(
                        r ->
                                r.reviewed(
                                        review(r, BO, Review.Verdict.REJECTED, Optional.of("no")),
                                        1),
                        r -> r.cancelled(ALICE, NOON),
                        r -> r.expired(NOON),
                        r -> r.changeCancelled(r.changes().getFirst().id(), ALICE, NOON),
                        r ->
                                r.commented(
                                        new Comment(
                                                "7b0e0c1e-3f0b-4c5e-9a37-2f5f7a4f0b11",
                                                BO,
                                                NOON,
                                                "a\n\u00fc\ud83d\ude00")))) {
            for (ChangeRequest made :
                    List.of(SampleRequests.roleForTwoHours(), SampleRequests.twoPolicies())) {
                isStoredAs(step(opened(made), end));
            }
        }
    }

    @Test
    void whatIsReturnedCanBeReplacedAgain() {
        ChangeRequest request = opened(SampleRequests.newPolicy());
        for (int i = 0; i < 3; i++) {
            String text = "comment " + i;
            ChangeRequest before = request;
            request = step(request, r -> r.commented(new Comment(text, BO, NOON, text)));
            assertThat(request.version().revision()).isGreaterThan(before.version().revision());
        }
        assertThat(requests().find(request.id())).contains(request);
    }
}
