package org.consoleme.web.console.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.consoleme.shared.Problem;
import org.junit.jupiter.api.Test;

class AskingResourceTest {
    @Test
    void whatCannotBeAskedForHasNoBoundInsteadOfOneOfNoMinutes() {
        AskingResource.RulingJson ruling =
                AskingResource.closed(new Problem.Forbidden("Not for contractors.").asException());

        assertThat(ruling.closed()).contains("Not for contractors.");
        assertThat(ruling.rule()).isEmpty();
        assertThat(ruling.maxMinutes()).isEmpty();
    }
}
