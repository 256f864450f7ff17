package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of policy requests 8.4 and 8.5 for a role for a time, which ConsoleMe does not have:
 * alice is the engineer, carol the approver, bob a bystander.
 */
class RoleRequestsIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private static final String AN_HOUR = RequestSteps.forAnHour();

    private final RequestSteps steps = new RequestSteps(STACK, this::node);
    private final Person alice = steps.engineer();
    private final Person carol = steps.approver();
    private final Person bob = Person.named(STACK.server(), "bystander@example.com").at(this::node);
    private final StoredTruth truth = StoredTruth.of(STACK);
    private final String reason = "INC-" + UUID.randomUUID();
    private final String role = steps.sandboxRole();

    /** The server to which the next step goes. */
    URI node() {
        return STACK.server();
    }

    @BeforeEach
    void findTheRole() {
        steps.awaitRoles(STACK.server());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("policyC13: nothing", "", "changes"),
                Arguments.of("policyC13: the role twice", AN_HOUR + "," + AN_HOUR, "changes"),
                Arguments.of("policyC14: an unknown kind", "{\"kind\":\"foo\"}", "kind"),
                Arguments.of("policyC14: no kind", "{\"minutes\":60}", "kind"),
                Arguments.of("policyT05: no length", "{\"kind\":\"role\"}", "minutes"),
                Arguments.of("policyT05: no time at all", minutes("0"), "minutes"),
                Arguments.of("policyT05: less than none", minutes("-60"), "minutes"),
                Arguments.of("policyT05: longer than the rule lets", minutes("481"), "minutes"),
                Arguments.of("policyT05: for ever", minutes("9223372036854775807"), "minutes"),
                Arguments.of("policyT05: a date", minutes("\"20300131\""), "minutes"));
    }

    private static String minutes(String length) {
        return "{\"kind\":\"role\",\"minutes\":" + length + "}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatCannotBeIsRefusedByItsField(String which, String changes, String field) {
        Reply reply = alice.post("/api/v3/requests", form(role, changes, reason));

        assertThat(reply.status()).as("%s: %s", which, reply).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).as("%s: %s", which, reply).contains(field);
        assertThat(mine()).doesNotContain(reason);
    }

    /** Whoever may not ask learns nothing: it looks like a role that is not there. */
    @Test
    void policyC15C22_whoMayNotAskIsToldWhatTheyWouldBeOfAMissingRole() {
        Reply missing = bob.post("/api/v3/requests", form(role + "-missing", AN_HOUR, reason));
        Reply others = bob.post("/api/v3/requests", form(role, AN_HOUR, reason));

        assertThat(missing.status()).as("%s", missing).isEqualTo(404);
        assertThat(others.status()).as("%s", others).isEqualTo(404);
        assertThat(others.json().path("detail")).isEqualTo(missing.json().path("detail"));
    }

    @Test
    void policyC19_whatAClientSaysOfItsOwnChangeIsNotBelieved_b14() {
        String claims = AN_HOUR.replace("}", ",\"state\":\"applied\",\"id\":\"mine\"}");

        Reply reply = alice.post("/api/v3/requests", form(role, claims, reason));

        JsonNode made = reply.must(201).json();
        assertThat(made.at("/changes/0/id").asText()).isEqualTo(RequestSteps.id(made) + "0");
        assertUntouched(made);
    }

    @Test
    void policyC20_aDryRunKeepsNothing() {
        String form = form(role, AN_HOUR, reason).replaceFirst("\\{", "{\"dryRun\":true,");

        Reply reply = alice.post("/api/v3/requests", form);

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(mine()).doesNotContain(reason);
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
    void policyC29_aReasonIsWanted_b31() {
        Reply reply = alice.post("/api/v3/requests", form(role, AN_HOUR, " "));

        assertThat(reply.status()).as("%s", reply).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo("justification");
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

    @Test
    void policyA24_theToolsOwnRolesAndThoseOfServicesAreNotAskedFor_b16() {
        String account = "arn:aws:iam::" + STACK.account("sandbox") + ":role/";
        for (String own : List.of("ConsoleMeSpoke", "aws-service-role/x.amazonaws.com/Any")) {
            assertThat(
                            alice.post("/api/v3/requests", form(account + own, AN_HOUR, reason))
                                    .status())
                    .as(own)
                    .isEqualTo(403);
        }
    }

    private JsonNode fresh() {
        return steps.ask(role, AN_HOUR, reason);
    }

    private void assertUntouched(JsonNode request) {
        JsonNode now = steps.look(RequestSteps.id(request));
        assertThat(now.path("state").asText()).isEqualTo("pending");
        assertThat(now.path("hash")).isEqualTo(request.path("hash"));
        assertThat(truth.grants(RequestSteps.id(request))).isEmpty();
    }

    /** What the engineer's own table shows of the newest. */
    private String mine() {
        return alice.get("/api/v3/requests?mine=true&limit=200").must(200).body();
    }

    private static String form(String role, String changes, String reason) {
        return RequestSteps.form(role, changes, reason, UUID.randomUUID());
    }

    private static String path(JsonNode request) {
        return "/api/v3/requests/" + RequestSteps.id(request);
    }

    private static Reply act(Person person, JsonNode request, String what) {
        return person.post(path(request) + "/" + what, "");
    }
}
