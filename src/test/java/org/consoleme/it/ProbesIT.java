package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What probes and scrapers learn, who are nobody: names, states and counts. */
class ProbesIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private final Person nobody = Person.nobody(STACK.server());

    /** So that there is something to give away. */
    @BeforeAll
    static void somebodyGetsKeys() {
        Person engineer = Person.engineer(STACK.server());
        new Jobs(Person.administrator(STACK.server())).settled();
        String role = engineer.get("/api/v3/roles").must(200).json().at("/roles/0/arn").asText();
        engineer.post("/api/v3/credentials", "{\"role\":\"" + role + "\"}").must(200);
    }

    @Test
    void theServerSaysThatItHasStarted() {
        JsonNode started = nobody.get("/health/started").must(200).json();

        assertThat(started.path("status").asText()).isEqualTo("UP");
        assertThat(started.at("/checks/0/name").asText()).isEqualTo("application");
    }

    @Test
    void healthSaysNamesAndStatesAndNothingMore() {
        for (String path : List.of("/health", "/health/live", "/health/ready", "/health/started")) {
            JsonNode health = nobody.get(path).must(200).json();

            assertThat(health.path("checks")).as(path).isNotEmpty();
            assertThat(health.path("checks"))
                    .as(path)
                    .allSatisfy(
                            check -> {
                                assertThat(check.fieldNames())
                                        .toIterable()
                                        .isSubsetOf("name", "status", "data");
                                assertThat(check.path("data"))
                                        .allSatisfy(
                                                state ->
                                                        assertThat(state.asText())
                                                                .isIn("UP", "DEGRADED", "DOWN"));
                            });
        }
    }

    @Test
    void aWholeScrapeNamesNoUserNoRoleAndNoAccount() {
        String scrape = nobody.get("/metrics").must(200).body();

        assertThat(scrape).contains("http_requests_seconds_count", "status=\"2xx\"");
        assertThat(scrape)
                .doesNotContain("@", "arn:", STACK.account("sandbox"))
                .doesNotContainPattern("(?<![0-9.eE])[0-9]{12}(?![0-9.])\"")
                .doesNotContainPattern("(?i)[{,](user|role|account|arn|email)[a-z_]*=");
    }
}
