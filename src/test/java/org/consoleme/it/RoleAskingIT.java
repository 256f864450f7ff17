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
 * The cases of policy requests 8.4 for a role for a time, which ConsoleMe does not have: alice is
 * the engineer, bob a bystander.
 */
class RoleAskingIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private static final String AN_HOUR = RequestSteps.forAnHour();

    private final RequestSteps steps = new RequestSteps(STACK, this::node);
    private final Person alice = steps.engineer();
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
        assertThat(made.path("state").asText()).isEqualTo("pending");
        assertThat(truth.grants(RequestSteps.id(made))).isEmpty();
    }

    @Test
    void policyC20_aDryRunKeepsNothing() {
        String form = form(role, AN_HOUR, reason).replaceFirst("\\{", "{\"dryRun\":true,");

        Reply reply = alice.post("/api/v3/requests", form);

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(mine()).doesNotContain(reason);
    }

    @Test
    void policyC29_aReasonIsWanted_b31() {
        Reply reply = alice.post("/api/v3/requests", form(role, AN_HOUR, " "));

        assertThat(reply.status()).as("%s", reply).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo("justification");
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

    /** What the engineer's own table shows of the newest. */
    private String mine() {
        return alice.get("/api/v3/requests?mine=true&limit=200").must(200).body();
    }

    private static String form(String role, String changes, String reason) {
        return RequestSteps.form(role, changes, reason, UUID.randomUUID());
    }
}
