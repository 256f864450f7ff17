package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values within an address that are none. */
class AddressValuesIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private final Person engineer = Person.engineer(STACK.server());
    private final Person administrator = Person.administrator(STACK.server());

    @ParameterizedTest
    @CsvSource({
        "/api/v3/requests?limit=abc, limit",
        "/api/v3/requests?limit=0, limit",
        "/api/v3/requests?limit=99999999999, limit",
        "/api/v3/requests?mine=yes, mine",
        "/api/v3/askable-roles?limit=abc, limit",
        "/api/v3/roles/search?q=a&limit=1.5, limit",
        "/api/v3/policies/actions?typed=s3&limit=-1, limit"
    })
    void theFieldThatIsWrongIsNamed(String path, String field) {
        Reply reply = engineer.get(path);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v3/requests?limit=&mine=",
        "/api/v3/requests?limit=200&mine=false",
        "/api/v3/askable-roles?limit=1",
        "/api/v3/roles/search?q=a",
        "/api/v3/policies/actions?typed=s3"
    })
    void whatIsRightOrLeftOutIsAnswered(String path) {
        assertThat(engineer.get(path).status()).isEqualTo(200);
    }

    @Test
    void aRunThatCannotBeIsNotThere() {
        String run = "/api/v3/jobs/runs/" + "x".repeat(3_000);

        assertThat(administrator.get(run).status()).isEqualTo(404);
        assertThat(administrator.delete(run).status()).isEqualTo(404);
    }
}
