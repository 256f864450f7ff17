package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A newcomer's own stack lacks nothing: what the self-check names is then worth reading. */
class SelfCheckIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    @Test
    void everyTableIsThereWithTheRightKey() {
        Person administrator = Person.administrator(STACK.server());
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () ->
                                assertThat(tables(administrator))
                                        .hasSizeGreaterThanOrEqualTo(15)
                                        .containsKey("table consoleme_iamroles_global")
                                        .containsKey("table consoleme_audit_events")
                                        .allSatisfy(
                                                (table, state) ->
                                                        assertThat(state).isEqualTo("UP")));
    }

    private static Map<String, String> tables(Person administrator) {
        Map<String, String> states = new TreeMap<>();
        for (JsonNode check :
                administrator.get("/api/v3/self-check").must(200).json().path("checks")) {
            String name = check.path("name").asText();
            if (name.startsWith("table ")) {
                states.put(name, check.path("state").asText());
            }
        }
        return states;
    }
}
