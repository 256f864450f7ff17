package org.consoleme.web.compat.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.consoleme.web.Json;
import org.junit.jupiter.api.Test;

class PolicyCheckTest {
    @Test
    void aFindingHasTheMembersThatConsoleMesEditorReads() {
        JsonNode recorded =
                Bodies.json(Bodies.recorded("127-policies-check", "/response/body")).get(0);

        List<LintJson> findings =
                PolicyCheckResource.findings(
                        """
                        {"Version": "2012-10-17",
                         "Statement": [{"Effect": "Allow",
                           "Action": "*", "Resource": "*"}]}""");

        JsonNode ours = Bodies.json(Json.text(findings.getFirst()));
        assertThat(ours.properties().stream().map(m -> m.getKey()))
                .containsExactlyInAnyOrderElementsOf(
                        recorded.properties().stream().map(m -> m.getKey()).toList());
        assertThat(ours.path("severity").textValue()).isEqualTo("SECURITY_WARNING");
        assertThat(ours.at("/location/line").intValue()).isBetween(2, 3);
    }

    @Test
    void whatIsNoDocumentIsAFindingAtItsPlace() {
        assertThat(
                        PolicyCheckResource.findings(
                                "{\"Version\": \"2012-10-17\",\n \"Statement\": 3}"))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.issue()).isEqualTo("MALFORMED");
                            assertThat(finding.severity()).isEqualTo("ERROR");
                            assertThat(finding.location().line()).isEqualTo(2);
                        });
    }
}
