package org.consoleme.web.console.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import java.util.Set;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.testing.Problems;
import org.consoleme.web.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages send to decide. */
class DecisionsTest {
    private static ReviewCommand command(String json) throws JsonProcessingException {
        return DecisionsResource.command(
                Json.MAPPER.readValue(json.replace('\'', '"'), Wishes.DecisionJson.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'hash': 'h'}|verdict",
                "{'verdict': 'approve'}|hash",
                "{'verdict': 'perhaps', 'hash': 'h'}|verdict",
                "{'verdict': 'approve', 'hash': 'h', 'changes': [null]}|changes",
                "{'verdict': 'approve', 'hash': 'h', 'changes': ['a', null]}|changes",
                "{'verdict': 'approve', 'hash': 'h', 'changes': ['0','1','2','3','4','5','6','7','8','9','a','b','c','d','e','f','g','h','i','j','k']}|changes"
            })
    void whatIsMissingOrNullIsNamed(String json, String field) {
        Problems.assertInvalid(field, () -> command(json));
    }

    @Test
    void withoutChangesAllThatAreOpenAreMeant() throws JsonProcessingException {
        ReviewCommand all = new ReviewCommand.Approve("h", Set.of(), Optional.empty());

        assertThat(command("{'verdict': 'approve', 'hash': 'h'}")).isEqualTo(all);
        assertThat(command("{'verdict': 'approve', 'hash': 'h', 'changes': null}")).isEqualTo(all);
        assertThat(command("{'verdict': 'approve', 'hash': 'h', 'changes': []}")).isEqualTo(all);
    }
}
