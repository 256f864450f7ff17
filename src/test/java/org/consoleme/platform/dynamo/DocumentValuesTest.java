package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;

class DocumentValuesTest {
    @Test
    void aDocumentKeepsItsValuesAndTheirOrder() {
        Map<String, Object> values =
                DocumentValues.of("{\"b\": [\"x\", true, null, 1.50], \"a\": {\"c\": \"\"}}");

        assertThat(values.keySet()).containsExactly("b", "a");
        assertThat(values.get("b"))
                .isEqualTo(Arrays.asList("x", true, null, new BigDecimal("1.5")));
        assertThat(values.get("a")).isEqualTo(Map.of("c", ""));
    }

    @Test
    void numbersThatDynamoDbCannotHoldBecomeText() {
        Map<String, Object> values =
                DocumentValues.of("{\"long\": " + "9".repeat(60) + ", \"infinite\": 1e400}");

        assertThat(values.get("long")).isEqualTo("9".repeat(60));
        assertThat(values.get("infinite")).isInstanceOf(String.class);
    }

    @Test
    void emptyNamesAreWrittenAsConsoleMeWritesEmptyTexts() {
        assertThat(DocumentValues.of("{\"\": 1}")).containsOnlyKeys("---DYNAMO-EMPTY-STRING---");
    }

    @Test
    void depthHasAnEnd() {
        assertThatThrownBy(
                        () -> DocumentValues.of("{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        error -> assertThat(error.problem()).isInstanceOf(Problem.Invalid.class));
    }

    @Test
    void whatIsNoObjectHasNoValues() {
        assertThat(DocumentValues.of("[]")).isEmpty();
        assertThat(DocumentValues.of("not JSON")).isEmpty();
    }
}
