package org.consoleme.web.console.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.consoleme.access.PlaceRisk;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.ManagementAccounts;
import org.consoleme.audit.Door;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.policies.Finding;
import org.consoleme.policies.LineDifference;
import org.consoleme.policies.Risk;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.DocumentReview;
import org.consoleme.requests.OlderRequest;
import org.consoleme.requests.RequestRisk;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Review;
import org.consoleme.requests.Rights;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UserId;
import org.consoleme.testing.SampleRequests;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequestDetailJsonTest {
    static final AccountList ACCOUNTS =
            InMemoryAccounts.of(
                            Instant.EPOCH, InMemoryAccounts.account("200000000002", "billing-prod"))
                    .current();
    static final RequestRisk RISKS =
            new RequestRisk(new DocumentReview(), new PlaceRisk(ManagementAccounts.NONE));
    private static final Rights NONE =
            new Rights(
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    Optional.of("team rule"),
                    2,
                    List.of("team"),
                    Optional.of(Duration.ofHours(8)),
                    Optional.empty());

    @Test
    void aRoleForATimeSaysForHowLongAndInWhichAccount() {
        RequestDetailJson detail = drawn(SampleRequests.roleForTwoHours());

        assertThat(detail.summary()).isEqualTo("the role for 2 h");
        assertThat(detail.role().orElseThrow().accountName()).isEqualTo("billing-prod");
        assertThat(detail.changes())
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.kind()).isEqualTo("role");
                            assertThat(change.minutes()).contains(120L);
                            assertThat(change.difference()).isEmpty();
                        });
        assertThat(detail.needed()).isEqualTo(2);
        assertThat(detail.maxMinutes()).contains(480L);
    }

    @Test
    void aPolicySaysWhatItMakesDifferentInWordsAndLineByLine() {
        RequestDetailJson detail = drawn(SampleRequests.twoPolicies());

        ChangeJson put = detail.changes().getFirst();
        assertThat(detail.summary())
                .isEqualTo("a change of the policy logs, the end of the policy old");
        assertThat(put.document()).contains(SampleRequests.DOCUMENT.text());
        assertThat(put.difference().orElseThrow().words()).isNotEmpty();
        assertThat(put.difference().orElseThrow().rows())
                .extracting(DifferenceJson.RowJson::kind)
                .contains("same", "changed");
        assertThat(detail.changes().get(1).document()).isEmpty();
    }

    @Test
    void aDecisionOnWhatWasThereBeforeAnEditIsMarked() {
        ChangeRequest pending = SampleRequests.newPolicy();
        ChangeRequest approved = pending.reviewed(approval(pending, "team rule"), 2);

        assertThat(drawn(approved).reviews())
                .singleElement()
                .satisfies(
                        review -> {
                            assertThat(review.current()).isTrue();
                            assertThat(review.door()).isEqualTo("slack");
                            assertThat(review.verdict()).isEqualTo("approved");
                        });
        assertThat(drawn(approved).changes().getFirst().approvals()).isOne();
        assertThat(drawn(approved).hash()).contains(pending.hash());
        ChangeRequest edited =
                approved.edited(
                        pending.id() + "0",
                        new Change.PutInlinePolicy(
                                pending.role(), "other", SampleRequests.DOCUMENT, Optional.empty()),
                        pending.requester(),
                        SampleRequests.NOON,
                        SampleRequests.NOON.plusSeconds(60));
        assertThat(drawn(edited).reviews()).noneMatch(RequestDetailJson.ReviewJson::current);
        assertThat(drawn(edited).changes().getFirst().approvals()).isZero();
    }

    @Test
    void anApprovalByAnotherRuleThanTodaysIsNotCounted() {
        ChangeRequest pending = SampleRequests.newPolicy();
        ChangeRequest approved = pending.reviewed(approval(pending, "last month's rule"), 2);

        assertThat(drawn(approved).reviews()).noneMatch(RequestDetailJson.ReviewJson::current);
        assertThat(drawn(approved).changes().getFirst().approvals()).isZero();
    }

    private static Review approval(ChangeRequest request, String rule) {
        return new Review(
                new UserId("carol@example.com"),
                SampleRequests.NOON,
                Door.SLACK,
                Review.Verdict.APPROVED,
                request.hash(),
                Set.of(request.id() + "0"),
                Optional.of("fine"),
                rule);
    }

    @Test
    void theUsualTimeToADecisionIsToldInWholeMinutesAndNeverAsNone() {
        assertThat(Stream.of(4, 89, 90, 3600).map(Duration::ofSeconds).map(Words::minutes))
                .containsExactly(1L, 1L, 2L, 60L);
        assertThat(drawn(SampleRequests.roleForTwoHours()).usualMinutes()).isEmpty();
    }

    @Test
    void anOlderRequestIsShownAsFarAsItCanBeRead() {
        OlderRequest older =
                new OlderRequest(
                        new RequestId("old-1"),
                        Optional.of("arn:aws:s3:::a-bucket"),
                        "approved",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        List.of("resource_policy"),
                        Optional.of("the row has no time"));

        RequestDetailJson detail = RequestDetailJson.of(older, RequestRowJson.of(older, ACCOUNTS));

        assertThat(detail.older()).isTrue();
        assertThat(detail.state()).isEqualTo("applied");
        assertThat(detail.role()).isEmpty();
        assertThat(detail.summary()).isEqualTo("resource policy");
        assertThat(detail.unreadable()).contains("the row has no time");
        assertThat(detail.rights().approve()).isFalse();
    }

    @Test
    void wordsAreLookedForInWhatALineShows() {
        RequestRowJson row = RequestRowJson.of(SampleRequests.newPolicy(), ACCOUNTS, RISKS);

        assertThat(Stream.of("", "alice", "role/app", "billing", "ticket 17", "logs"))
                .allMatch(row::mentions);
        assertThat(row.mentions("nowhere")).isFalse();
    }

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(RequestRowJson.class, "state", RequestState.Name.values()),
                Arguments.of(RequestDetailJson.class, "state", RequestState.Name.values()),
                Arguments.of(RequestRowJson.class, "risk", Risk.values()),
                Arguments.of(FindingJson.class, "level", Finding.Level.values()),
                Arguments.of(DifferenceJson.RowJson.class, "kind", LineDifference.Kind.values()),
                Arguments.of(
                        RequestDetailJson.ReviewJson.class, "verdict", Review.Verdict.values()),
                Arguments.of(RequestDetailJson.ReviewJson.class, "door", Door.values()));
    }

    @ParameterizedTest
    @MethodSource("states")
    void theDocumentNamesEveryStateThatThereIs(Class<?> record, String member, Enum<?>[] states)
            throws Exception {
        String[] words = record.getDeclaredField(member).getAnnotation(Schema.class).enumeration();

        assertThat(words)
                .containsExactlyInAnyOrder(
                        Arrays.stream(states).map(Words::of).toArray(String[]::new));
    }

    @Test
    void whatIsAboutTheManagementAccountIsOfHighRisk() {
        RequestRisk risks =
                new RequestRisk(
                        new DocumentReview(),
                        new PlaceRisk(
                                new ManagementAccounts(Set.of(SampleRequests.ROLE.account()))));

        RequestDetailJson detail = drawn(SampleRequests.roleForTwoHours(), risks);

        assertThat(detail.risk()).isEqualTo("high");
        assertThat(detail.changes()).extracting(ChangeJson::risk).containsExactly("high");
    }

    static RequestDetailJson drawn(ChangeRequest request) {
        return drawn(request, RISKS);
    }

    private static RequestDetailJson drawn(ChangeRequest request, RequestRisk risks) {
        return RequestDetailJson.of(
                request,
                RequestRowJson.of(request, ACCOUNTS, risks),
                NONE,
                RequestDetailJson.Beside.NOTHING,
                risks);
    }
}
