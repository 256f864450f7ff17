package org.consoleme.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.EligibleRole;
import org.consoleme.access.Reason;
import org.consoleme.access.WeepWords;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.RoleArn;
import org.consoleme.web.Json;
import org.junit.jupiter.api.Test;

class RoleJsonTest {
    private static final Instant END = Instant.parse("2026-03-01T14:00:00Z");

    @Test
    void aRoleByAGrantNamesTheGrantAndItsEnd() throws Exception {
        JsonNode role =
                drawn(
                        new EligibleRole(
                                RoleArn.parse("arn:aws:iam::200000000002:role/reader"),
                                List.of(
                                        new Reason.InGroup(new GroupName("finops")),
                                        new Reason.ByGrant(new GrantId("g-0"), END)),
                                false,
                                Optional.of(END),
                                Optional.empty()));

        assertThat(role.at("/until").asText()).isEqualTo("2026-03-01T14:00:00Z");
        assertThat(role.at("/reasons"))
                .extracting(
                        reason -> reason.at("/kind").asText() + " " + reason.at("/name").asText())
                .containsExactly("group finops", "grant g-0");
    }

    private static JsonNode drawn(EligibleRole role) throws Exception {
        String text =
                Json.MAPPER.writeValueAsString(
                        RoleJson.of(
                                role,
                                new InMemoryAccounts().current(),
                                WeepWords.among(List.of(role))));
        return new ObjectMapper().readTree(text);
    }
}
