package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Approval rules, looked over at the door before they are saved. */
class RuleCheckIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private static final String CHECK = "/api/v3/rules/check";

    private final Person administrator = Person.administrator(STACK.server());
    private final Person engineer = Person.engineer(STACK.server());

    @Test
    void aMistakeIsAnsweredWithItsRuleItsFieldAndTheReason() {
        JsonNode answer =
                administrator
                        .postYaml(
                                CHECK,
                                """
                                approval_rules:
                                - name: prod
                                  match: {kinds: [rolle]}
                                  who_may_ask: [everybody]
                                  approvers: [team]
                                """)
                        .must(200)
                        .json();

        assertThat(answer.path("rules").asInt()).isEqualTo(1);
        assertThat(answer.path("mistakes")).hasSize(1);
        assertThat(answer.at("/mistakes/0/place").asInt()).isEqualTo(1);
        assertThat(answer.at("/mistakes/0/rule").asText()).isEqualTo("prod");
        assertThat(answer.at("/mistakes/0/field").asText()).isEqualTo("match.kinds");
        assertThat(answer.at("/mistakes/0/reason").asText()).contains("inline_policy");
    }

    @Test
    void jsonIsLookedOverLikewise() {
        JsonNode answer = administrator.post(CHECK, "{\"approval_rules\": [{}]}").must(200).json();

        assertThat(answer.at("/mistakes/0/rule").isNull()).isTrue();
        assertThat(answer.path("mistakes")).hasSizeGreaterThan(2);
    }

    @Test
    void whatIsNoConfigurationIsRefused() {
        Reply reply = administrator.postYaml(CHECK, "approval_rules: [");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo("dynamic_config");
    }

    @Test
    void itIsForAdministratorsAndTheOtherDoorStaysOpen() {
        assertThat(engineer.postYaml(CHECK, "").status()).isEqualTo(403);
        assertThat(engineer.post("/api/v3/rules", "{}").status()).isEqualTo(400);
    }

    @Test
    void theRulesThatCountAreALineOfTheSelfCheck() {
        JsonNode report = administrator.get("/api/v3/self-check").must(200).json();

        assertThat(report.path("checks"))
                .filteredOn(check -> check.path("name").asText().equals("approval rules"))
                .singleElement()
                .satisfies(check -> assertThat(check.path("state").asText()).isEqualTo("UP"));
    }
}
