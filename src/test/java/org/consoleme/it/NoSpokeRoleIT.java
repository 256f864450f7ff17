package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.it.PolicyRequests.DOCUMENT;
import static org.consoleme.it.PolicyRequests.apply;
import static org.consoleme.it.PolicyRequests.ask;
import static org.consoleme.it.PolicyRequests.asked;
import static org.consoleme.it.PolicyRequests.name;
import static org.consoleme.it.PolicyRequests.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.consoleme.local.seed.DemoOrganization;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A server without {@code policies.role_name}, beside one that has it: it has nothing but the keys
 * of the account that it runs in.
 */
class NoSpokeRoleIT {
    @RegisterExtension
    @Order(1)
    static final RunningStack STACK = new RunningStack();

    @RegisterExtension
    @Order(2)
    static final OwnNode NODE =
            OwnNode.alone(STACK, Map.of("jobs", Map.of("enabled", false), "policies", Map.of()));

    private static final String ROLE = "log-reader";

    private final StoredTruth truth = StoredTruth.of(STACK);
    private final String name = name();
    private final Person alice = Person.engineer(STACK.server());
    private Person carol;
    private SpokeAccount account;
    private PolicyRequests policies;

    @BeforeEach
    void findTheAccount() {
        carol = NODE.steps().approver();
        account = SpokeAccount.of(STACK, "sandbox");
        policies = new PolicyRequests("arn:aws:iam::" + account.id() + ":role/" + ROLE);
    }

    @Test
    void policyA23_whatIsApprovedIsChangedInNoAccountAndSaysWhichKeyIsMissing_b11() {
        String r = asked(alice, policies.attach(name));

        JsonNode results = apply(carol, r, 0, DOCUMENT).must(200).json();

        assertThat(results.path("errors").asInt()).as("%s", results).isOne();
        assertThat(results.at("/action_results/0/message").asText())
                .contains("policies.role_name: is not set, so nothing can be changed");
        assertThat(truth.puts(name)).isZero();
        assertThat(status(alice, r)).isEqualTo("pending");
        assertThat(truth.audit(r)).contains("apply FAILED");
    }

    @Test
    void policyA23_whatFailedForWantOfItIsAppliedWhereItIsSet() {
        String r = asked(alice, policies.attach(name));
        apply(carol, r, 0, DOCUMENT).must(200);
        Person there = Person.approver(STACK.server());

        there.post("/api/v3/requests/" + r + "/retry", "").must(200);

        new RequestSteps(STACK, STACK::server).awaitState(r, "applied", SlackChair.SOON);
        assertThat(account.inlinePolicy(ROLE, name)).isEqualTo(DOCUMENT);
    }

    @Test
    void policyA23_nothingIsAskedForThatCouldNotBeRead_b11() {
        for (String target : new String[] {account.id(), DemoOrganization.HUB}) {
            Reply refused =
                    ask(
                            NODE.steps().engineer(),
                            new PolicyRequests("arn:aws:iam::" + target + ":role/" + ROLE)
                                    .attach(name));

            assertThat(refused.status()).as("%s", refused).isEqualTo(400);
            assertThat(refused.json().path("message").asText()).contains("policies.role_name");
        }
        assertThat(truth.puts(name)).isZero();
        assertThat(alice.post("/api/v2/requests", "{\"limit\":100}").must(200).body())
                .doesNotContain(name);
    }
}
