package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consoleme.it.PolicyRequests.DOCUMENT;
import static org.consoleme.it.PolicyRequests.apply;
import static org.consoleme.it.PolicyRequests.asked;
import static org.consoleme.it.PolicyRequests.name;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ConsoleMe's pages read beside a request itself: the table, results and findings. */
class PolicyTableIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private final Person engineer = Person.engineer(STACK.server());
    private final Person approver = Person.approver(STACK.server());
    private PolicyRequests policies;

    @BeforeEach
    void findTheRole() {
        String role = "arn:aws:iam::" + STACK.account("sandbox") + ":role/log-reader";
        policies = new PolicyRequests(role);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> engineer.get("/api/v3/roles").must(200).body().contains(role));
    }

    @Test
    void policyC30_theTableIsFilteredAndBounded() {
        asked(engineer, policies.attach(name()));
        String id = asked(engineer, policies.attach(name()));

        JsonNode table =
                engineer.post(
                                "/api/v2/requests?markdown=true",
                                "{\"filters\":{\"status\":\"^pend\",\"username\":\"engineer\"},"
                                        + "\"limit\":1}")
                        .must(200)
                        .json();

        assertThat(table.path("filteredCount").asInt()).isOne();
        assertThat(table.at("/data/0/request_id").asText())
                .isEqualTo("[" + id + "](/policies/request/" + id + ")");
        assertThat(table.at("/data/0/status").asText()).isEqualTo("pending");
    }

    @Test
    void defectB27_aResultSaysThatItIsToBeSeen() {
        String id = asked(engineer, policies.attach(name()));

        JsonNode results = apply(approver, id, 0, DOCUMENT).must(200).json();

        assertThat(results.at("/action_results/0/visible").isBoolean()).isTrue();
        assertThat(results.at("/action_results/0/visible").asBoolean()).isTrue();
    }

    @Test
    void policyT18_whatAllowsEverythingStandsOutWithoutAnyHelpOfAws() {
        Reply found =
                engineer.post(
                        "/api/v2/policies/check",
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                                + "\"Action\":\"*\",\"Resource\":\"*\"}]}");

        assertThat(found.must(200).json()).isNotEmpty();
    }
}
