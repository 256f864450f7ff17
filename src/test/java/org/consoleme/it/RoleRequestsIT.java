package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The cases of policy requests 8.5 for a role for a time, which ConsoleMe does not have: alice is
 * the engineer, carol the approver, bob a bystander.
 */
class RoleRequestsIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private static final String AN_HOUR = RequestSteps.forAnHour();

    private final RequestSteps steps = new RequestSteps(STACK, this::node);
    private final Person alice = steps.engineer();
    private final Person carol = steps.approver();
    private final Person bob = Person.named(STACK.server(), "bystander@example.com").at(this::node);
    private final StoredTruth truth = StoredTruth.of(STACK);

    /** The server to which the next step goes. */
    URI node() {
        return STACK.server();
    }

    @BeforeEach
    void findTheRole() {
        steps.awaitRoles(STACK.server());
    }

    @Test
    void policyC24L05_nobodyDecidesTheirOwn_b01() {
        JsonNode r = fresh();

        assertThat(RequestSteps.approve(alice, r).status()).isEqualTo(403);
        assertThat(RequestSteps.deny(alice, r).status()).isEqualTo(403);

        assertUntouched(r);
        assertThat(truth.denied(RequestSteps.id(r), "OwnRequest")).isEqualTo(2);
    }

    @Test
    void policyL01L03L04_whatIsAppliedIsNeitherDecidedAgainNorClosed() {
        JsonNode r = fresh();
        String id = RequestSteps.id(r);
        RequestSteps.approve(carol, r).must(200);
        steps.awaitState(id, "applied", SlackChair.SOON);

        assertThat(RequestSteps.approve(carol, r).status()).isEqualTo(409);
        assertThat(RequestSteps.deny(carol, r).status()).isEqualTo(409);
        assertThat(act(alice, r, "withdraw").status()).isEqualTo(409);
        assertThat(act(alice, r, "reopen").status()).isEqualTo(403);

        assertThat(steps.state(id)).isEqualTo("applied");
        assertThat(truth.grants(id)).hasSize(1);
        String grant = steps.look(id).at("/grant/id").asText();
        alice.post("/api/v3/grants/" + grant + "/return", "").must(200);
    }

    @Test
    void policyL06L07_aBystanderChangesNothing_b02() {
        JsonNode r = fresh();
        String change = "/changes/" + RequestSteps.id(r) + "0";

        assertThat(bob.put(path(r) + change, "{\"minutes\":30}").status()).isEqualTo(403);
        assertThat(act(bob, r, change.substring(1) + "/cancel").status()).isEqualTo(403);
        assertThat(act(bob, r, "withdraw").status()).isEqualTo(403);
        assertThat(RequestSteps.approve(bob, r).status()).isEqualTo(403);
        assertThat(RequestSteps.deny(bob, r).status()).isEqualTo(403);

        assertUntouched(r);
    }

    @Test
    void policyL08L19_whatIsEditedIsDecidedByWhoSawIt() {
        JsonNode r = fresh();
        alice.put(path(r) + "/changes/" + RequestSteps.id(r) + "0", "{\"minutes\":30}").must(200);

        assertThat(RequestSteps.approve(carol, r).status()).isEqualTo(409);

        assertThat(steps.look(RequestSteps.id(r)).at("/changes/0/minutes").asInt()).isEqualTo(30);
        assertThat(truth.grants(RequestSteps.id(r))).isEmpty();
    }

    @Test
    void policyL11L12_whatWasWithdrawnReopensWithItsChange() {
        JsonNode r = fresh();
        act(alice, r, "withdraw").must(200);
        assertThat(RequestSteps.approve(carol, r).status()).isEqualTo(409);
        assertThat(steps.state(RequestSteps.id(r))).isEqualTo("cancelled");

        act(carol, r, "reopen").must(200);

        JsonNode again = steps.look(RequestSteps.id(r));
        assertThat(again.path("state").asText()).isEqualTo("pending");
        assertThat(again.at("/changes/0/state").asText()).isEqualTo("open");
        assertThat(again.at("/changes/0/minutes").asInt()).isEqualTo(60);
    }

    @Test
    void policyL13L14L16_whatIsDeniedTakesCommentsAndIsReopenedByAdministrators() {
        JsonNode r = fresh();
        RequestSteps.deny(carol, r).must(200);
        bob.post(path(r) + "/comments", "{\"text\":\"why?\"}").must(200);
        assertThat(RequestSteps.approve(carol, r).status()).isEqualTo(409);
        assertThat(act(alice, r, "reopen").status()).isEqualTo(403);
        assertThat(steps.look(RequestSteps.id(r)).path("endedBy").asText())
                .isEqualTo("approver@example.com");

        act(carol, r, "reopen").must(200);

        assertThat(steps.state(RequestSteps.id(r))).isEqualTo("pending");
    }

    @Test
    void policyL21L24_whatIsNoDecisionOrNoRequestIsSaidSo() {
        JsonNode r = fresh();

        for (String body : List.of("{}", "{\"verdict\":\"maybe\",\"hash\":\"x\"}")) {
            assertThat(carol.post(path(r) + "/decision", body).status()).as(body).isEqualTo(400);
        }
        assertThat(alice.post(path(r) + "/comments", "{\"text\":\" \"}").status()).isEqualTo(400);
        assertThat(carol.post("/api/v3/requests/nosuch/withdraw", "").status()).isEqualTo(404);
        assertUntouched(r);
    }

    @Test
    void policyL22L23_aLookSaysWhatOneMayDoAndWritesNothing_b25() {
        JsonNode r = fresh();
        JsonNode carols = carol.get(path(r)).must(200).json();

        assertThat(r.at("/rights/approve").asBoolean(true)).isFalse();
        assertThat(r.at("/rights/withdraw").asBoolean()).isTrue();
        assertThat(carols.at("/rights/approve").asBoolean()).isTrue();
        assertUntouched(r);
    }

    private JsonNode fresh() {
        return steps.ask(AN_HOUR);
    }

    private void assertUntouched(JsonNode request) {
        JsonNode now = steps.look(RequestSteps.id(request));
        assertThat(now.path("state").asText()).isEqualTo("pending");
        assertThat(now.path("hash")).isEqualTo(request.path("hash"));
        assertThat(truth.grants(RequestSteps.id(request))).isEmpty();
    }

    private static String path(JsonNode request) {
        return "/api/v3/requests/" + RequestSteps.id(request);
    }

    private static Reply act(Person person, JsonNode request, String what) {
        return person.post(path(request) + "/" + what, "");
    }
}
