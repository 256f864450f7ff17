package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.audit.Door;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.Comment;
import org.consoleme.requests.OlderRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.RequestedChange;
import org.consoleme.requests.Review;
import org.consoleme.requests.Version;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.testing.Golden;
import org.consoleme.testing.SampleRequests;
import org.junit.jupiter.api.Test;

/** Against a request that a real ConsoleMe stored: asked for, commented, applied. */
class PolicyRequestItemTest {
    private static final String ID = "24b9ef3c-4417-4d22-b7f9-ab24dbc1e495";
    private static final UserId ANA = new UserId("ana@corp.example");
    private static final UserId ADMIN = new UserId("padmin@corp.example");
    private static final Instant ASKED = Instant.ofEpochSecond(1795256546);
    private static final Instant APPLIED = Instant.ofEpochSecond(1795256549);
    private static final RoleArn ROLE =
            RoleArn.parse("arn:aws:iam::200000000002:role/billing-reader");
    private static final PolicyDocument DOCUMENT =
            PolicyDocument.parse(
                    """
                    {"Version": "2012-10-17", "Statement": [{"Sid": "lake", "Effect": "Allow",
                     "Action": ["s3:getobject"], "Resource": ["arn:aws:s3:::corp-lake/reports/*"]}]}""");

    private static JsonNode recorded() {
        for (JsonNode item : Golden.dynamoItems("consoleme_policy_requests")) {
            if (item.at("/request_id/S").asText().equals(ID)) {
                return item;
            }
        }
        throw new IllegalStateException("not in the recording");
    }

    private static ChangeRequest request(Change change, ChangeState state, RequestState whole) {
        return new ChangeRequest(
                new RequestId(ID),
                Version.NEW,
                ANA,
                ANA,
                "monthly report",
                ASKED,
                APPLIED,
                Optional.empty(),
                whole,
                List.of(new RequestedChange(ID + "0", change, state, Optional.of(ADMIN))),
                List.of(
                        new Review(
                                ADMIN,
                                APPLIED,
                                Door.WEB,
                                Review.Verdict.APPROVED,
                                "hash",
                                Set.of(ID + "0"),
                                Optional.empty(),
                                "administrators")),
                List.of(
                        new Comment(
                                "3f6c123f-c6a6-47a4-8db7-689f4de1cdd1",
                                new UserId("dev@corp.example"),
                                Instant.ofEpochSecond(1795256548),
                                "looks fine – ok?")),
                Optional.of("administrators"));
    }

    private static Change put() {
        return new Change.PutInlinePolicy(ROLE, "lake-reports", DOCUMENT, Optional.empty());
    }

    private static JsonNode shown(ChangeRequest request) {
        OlderRequest read =
                OlderRequestItem.read(PolicyRequestItem.of(request).orElseThrow()).orElseThrow();
        assertThat(read.unreadable()).isEmpty();
        return Golden.parse(read.extendedRequest().orElseThrow());
    }

    /** Differs from the recording in what the recorded client had sent along. */
    @Test
    void anItemIsWhatConsoleMeItselfStores() {
        JsonNode expected = recorded();
        ObjectNode change = (ObjectNode) expected.at("/extended_request/M/changes/M/changes/L/0/M");
        ((ObjectNode) change.get("version")).put("S", "3.0");
        ((ObjectNode) change.at("/policy/M"))
                .putObject("policy_sha256")
                .put("S", DOCUMENT.sha256());

        ChangeRequest applied =
                request(put(), new ChangeState.Applied(APPLIED), new RequestState.Applied(APPLIED));

        assertThat(PolicyRequestItem.of(applied)).contains(TestDynamo.item(expected));
    }

    @Test
    void ourStatesBecomeThoseThatConsoleMeHas() {
        Map<RequestState, String> words =
                Map.of(
                        new RequestState.Pending(), "pending",
                        new RequestState.Approved(APPLIED), "approved",
                        new RequestState.Applying(APPLIED), "approved",
                        new RequestState.Applied(APPLIED), "approved",
                        new RequestState.Failed(APPLIED), "pending",
                        new RequestState.Rejected(ADMIN, APPLIED, "no"), "rejected",
                        new RequestState.Cancelled(ANA, APPLIED), "cancelled",
                        new RequestState.Expired(APPLIED), "cancelled");

        words.forEach(
                (state, word) -> {
                    ChangeRequest request = request(put(), new ChangeState.Open(), state);
                    assertThat(shown(request).path("request_status").asText()).isEqualTo(word);
                    assertThat(PolicyRequestItem.of(request).orElseThrow().get("status").s())
                            .isEqualTo(word);
                });
    }

    @Test
    void aChangeIsAppliedCancelledOrNeither() {
        Map<ChangeState, String> words =
                Map.of(
                        new ChangeState.Open(), "not_applied",
                        new ChangeState.Approved(APPLIED), "not_applied",
                        new ChangeState.Applying(1, APPLIED), "not_applied",
                        new ChangeState.Failed(APPLIED, "AccessDenied"), "not_applied",
                        new ChangeState.Applied(APPLIED), "applied",
                        new ChangeState.Cancelled(ANA, APPLIED), "cancelled");

        words.forEach(
                (state, word) ->
                        assertThat(
                                        shown(request(put(), state, new RequestState.Pending()))
                                                .at("/changes/changes/0/status")
                                                .asText())
                                .isEqualTo(word));
    }

    @Test
    void B08_theReviewerIsWhoBroughtItWhereItStands() {
        ChangeState open = new ChangeState.Open();

        assertThat(reviewer(request(put(), open, new RequestState.Pending()))).isEqualTo("null");
        assertThat(reviewer(request(put(), open, new RequestState.Failed(APPLIED))))
                .isEqualTo(ADMIN.value());
        assertThat(reviewer(request(put(), open, new RequestState.Cancelled(ANA, APPLIED))))
                .isEqualTo(ANA.value());
        assertThat(reviewer(request(put(), open, new RequestState.Expired(APPLIED))))
                .isEqualTo("null");
    }

    private static String reviewer(ChangeRequest request) {
        return shown(request).path("reviewer").asText();
    }

    @Test
    void anExpiredRequestSaysSoInAComment() {
        JsonNode comments =
                shown(request(put(), new ChangeState.Open(), new RequestState.Expired(APPLIED)))
                        .path("comments");

        assertThat(comments).hasSize(2);
        assertThat(comments.at("/1/text").asText()).isEqualTo("Expired: nobody decided in time.");
        assertThat(comments.at("/1/user_email").asText()).isEqualTo("consoleme");
    }

    @Test
    void aRequestThatTooFewApprovedInTimeSaysThat() {
        ChangeRequest waiting = request(put(), new ChangeState.Open(), new RequestState.Pending());
        Review approval =
                new Review(
                        new UserId("rio@corp.example"),
                        APPLIED,
                        Door.WEB,
                        Review.Verdict.APPROVED,
                        waiting.hash(),
                        Set.of(ID + "0"),
                        Optional.empty(),
                        "administrators");

        JsonNode comments = shown(waiting.reviewed(approval, 2).expired(APPLIED)).path("comments");

        assertThat(comments.at("/1/text").asText())
                .isEqualTo("Expired: not enough people decided in time.");
    }

    @Test
    void aPolicyThatIsReplacedOrDeletedComesWithTheFormerOne() {
        Change replaced =
                new Change.PutInlinePolicy(ROLE, "lake-reports", DOCUMENT, Optional.of(DOCUMENT));
        Change deleted = new Change.DeleteInlinePolicy(ROLE, "lake-reports", DOCUMENT);
        RequestState pending = new RequestState.Pending();

        JsonNode put = shown(request(replaced, new ChangeState.Open(), pending));
        JsonNode gone = shown(request(deleted, new ChangeState.Open(), pending));

        assertThat(put.at("/changes/changes/0/new").asBoolean(true)).isFalse();
        assertThat(put.at("/changes/changes/0/old_policy/policy_document"))
                .isEqualTo(Golden.parse(DOCUMENT.text()));
        assertThat(gone.at("/changes/changes/0/action").asText()).isEqualTo("detach");
        assertThat(gone.at("/changes/changes/0/policy/policy_document").toString())
                .isEqualTo("{\"deleted\":true}");
        assertThat(gone.at("/changes/changes/0/old_policy/policy_document"))
                .isEqualTo(Golden.parse(DOCUMENT.text()));
    }

    @Test
    void aRoleForATimeHasNoItem() {
        assertThat(PolicyRequestItem.of(SampleRequests.roleForTwoHours())).isEmpty();
    }
}
