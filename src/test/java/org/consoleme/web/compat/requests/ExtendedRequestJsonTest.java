package org.consoleme.web.compat.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.audit.Door;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.RequestedChange;
import org.consoleme.requests.Review;
import org.consoleme.requests.Version;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.testing.SampleRequests;
import org.consoleme.web.Json;
import org.junit.jupiter.api.Test;

class ExtendedRequestJsonTest {
    private static final Instant AT = Instant.parse("2026-11-21T10:22:26Z");

    @Test
    void aRequestLooksAsConsoleMeAnsweredIt() {
        JsonNode recorded =
                Bodies.json(Bodies.recorded("146-request-create", "/response/body"))
                        .path("extended_request");
        String id = recorded.path("id").textValue();
        RoleArn role = RoleArn.parse(recorded.at("/principal/principal_arn").textValue());
        PolicyDocument document =
                PolicyDocument.parse(
                        recorded.at("/changes/changes/0/policy/policy_document").toString());
        ChangeRequest request =
                new ChangeRequest(
                        new RequestId(id),
                        Version.NEW,
                        new UserId("ana@corp.example"),
                        new UserId("ana@corp.example"),
                        "monthly report",
                        AT,
                        AT,
                        Optional.empty(),
                        new RequestState.Pending(),
                        List.of(
                                new RequestedChange(
                                        id + "0",
                                        new Change.PutInlinePolicy(
                                                role, "lake-reports", document, Optional.empty()),
                                        new ChangeState.Open(),
                                        Optional.empty())),
                        List.of(),
                        List.of(),
                        Optional.empty());

        JsonNode ours = Bodies.json(Json.text(ExtendedRequestJson.of(request)));

        ((ObjectNode) recorded.path("requester_info")).putNull("photo_url");
        ObjectNode change = (ObjectNode) recorded.at("/changes/changes/0");
        change.put("version", "3.0");
        ((ObjectNode) change.path("policy")).put("policy_sha256", document.sha256());
        assertThat(ours).isEqualTo(recorded);
    }

    @Test
    void aDeletedPolicyLooksAsConsoleMesPagesSendIt() {
        ChangeRequest request = SampleRequests.twoPolicies();

        JsonNode second =
                Bodies.json(Json.text(ExtendedRequestJson.of(request))).at("/changes/changes/1");

        assertThat(second.path("action").textValue()).isEqualTo("detach");
        assertThat(second.path("new").booleanValue()).isFalse();
        assertThat(second.at("/policy/policy_document/deleted").booleanValue()).isTrue();
        assertThat(second.at("/old_policy/policy_document").isObject()).isTrue();
    }

    @Test
    void aRoleForATimeHasATypeOfItsOwn() {
        JsonNode change =
                Bodies.json(Json.text(ExtendedRequestJson.of(SampleRequests.roleForTwoHours())))
                        .at("/changes/changes/0");

        assertThat(change.path("change_type").textValue()).isEqualTo("role_for_a_time");
        assertThat(change.path("duration_seconds").intValue()).isEqualTo(7200);
    }

    @Test
    void b08_theReviewerIsWhoApprovedAndNoBystander() {
        ChangeRequest pending = SampleRequests.newPolicy();
        ChangeRequest approved =
                pending.reviewed(
                        new Review(
                                new UserId("carol@example.com"),
                                SampleRequests.NOON,
                                Door.WEB,
                                Review.Verdict.APPROVED,
                                pending.hash(),
                                Set.of(pending.id() + "0"),
                                Optional.empty(),
                                "rule"),
                        1);

        assertThat(ExtendedRequestJson.of(pending).reviewer()).isEmpty();
        assertThat(ExtendedRequestJson.of(approved).reviewer()).contains("carol@example.com");
        assertThat(ExtendedRequestJson.of(approved).status()).isEqualTo("approved");
    }
}
