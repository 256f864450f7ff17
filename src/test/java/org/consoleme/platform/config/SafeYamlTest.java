package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeYamlTest {

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "True", "TRUE"})
    void theOldWordsForTrueAreTrue(String word) {
        assertThat(value("a: " + word)).isEqualTo(Map.of("a", true));
    }

    @ParameterizedTest
    @CsvSource({"10,10", "0x1F,31", "017,15", "1_000,1000", "1:30,90", "0b11,3"})
    void numbersAreThoseOfYaml11(String written, int value) {
        assertThat(value("a: " + written)).isEqualTo(Map.of("a", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e5", "y", "n", "0o17", "2026-11-21", "089", "=x", "1.2.3"})
    void whatPyYamlKeepsAsTextStaysText(String written) {
        assertThat(value("a: " + written)).isEqualTo(Map.of("a", written));
    }

    @Test
    void twelveUnquotedDigitsAreAnAccountIdAsWritten() {
        assertThat(value("a: 012345670123\nb: [123456789012]\n000000000001: c"))
                .isEqualTo(
                        Map.of(
                                "a",
                                "012345670123",
                                "b",
                                List.of("123456789012"),
                                "000000000001",
                                "c"));
    }

    @Test
    void keysAreTextAsWritten() {
        assertThat(value("on: 1\n0x10: 2\n1.50: 3\n~: 4"))
                .isEqualTo(Map.of("on", 1, "0x10", 2, "1.50", 3, "~", 4));
    }

    @Test
    void anchorsAndMergeKeysWork() {
        assertThat(value("base: &b {x: 1, y: 2}\nnext: {<<: *b, y: 3}"))
                .isEqualTo(Map.of("base", Map.of("x", 1, "y", 2), "next", Map.of("x", 1, "y", 3)));
    }

    @Test
    void ofARepeatedKeyTheLastCountsAndItsLineIsNoted() {
        SafeYaml.Document document = SafeYaml.read("f.yaml", "a: 1\nb: 2\na: 3\n");
        assertThat(document.value()).isEqualTo(Map.of("a", 3, "b", 2));
        assertThat(document.notes())
                .containsExactly("f.yaml repeats a key at line 3; the last one counts");
    }

    @Test
    void malformedYamlIsNamedByLineAndColumnAndNeverShown() {
        assertThatThrownBy(() -> SafeYaml.read("f.yaml", "ok: 1\njwt_secret: hunter2: x\n"))
                .hasMessage(
                        "f.yaml: is not valid YAML at line 2, column 20: mapping values are not allowed here")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: \"hunter2",
                "a: [hunter2",
                "a: *hunter2",
                "a: !hunter2 x",
                "a: !!python/object/apply:os.system [hunter2]",
                "\thunter2: x",
                "a: @hunter2",
                "a: hunter2\n--- \nb: 1",
                "a: !!int hunter2",
                "a: !!binary hunter2",
                "? [hunter2]\n: 1",
                "hunter2: \u0001"
            })
    void noMessageHoldsContent(String yaml) {
        assertThatThrownBy(() -> SafeYaml.read("f.yaml", yaml))
                .isInstanceOf(org.consoleme.shared.ProblemException.class)
                .hasMessageStartingWith("f.yaml: ")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void aTabIsNamed() {
        assertThatThrownBy(() -> SafeYaml.read("f.yaml", "a:\n\tb: 1"))
                .hasMessageContaining("line 2, column 1: a tab is used for indentation");
    }

    @Test
    void deepNestingIsRefused() {
        String yaml = "[".repeat(200) + "]".repeat(200);
        assertThatThrownBy(() -> SafeYaml.read("f.yaml", yaml))
                .hasMessageContaining("nested deeper");
    }

    @Test
    void multiplyingAliasesAreRefused() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            yaml.append("a" + i + ": &a" + i + " [")
                    .append((alias + ", ").repeat(9) + alias)
                    .append("]\n");
        }
        assertThatThrownBy(() -> SafeYaml.read("f.yaml", yaml.toString()))
                .hasMessageContaining("values");
    }

    @Test
    void aDocumentThatHoldsItselfIsRefused() {
        assertThatThrownBy(() -> SafeYaml.read("f.yaml", "a: &a [*a]"))
                .hasMessageStartingWith("f.yaml: ");
    }

    @Test
    void otherEncodingsAreRefused() {
        assertThatThrownBy(
                        () -> SafeYaml.read("f.yaml", "a: ü".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("f.yaml: is not UTF-8 text");
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(value("\uFEFFa: ü")).isEqualTo(Map.of("a", "ü"));
    }

    @Test
    void tooLargeADocumentIsRefused() {
        assertThatThrownBy(() -> SafeYaml.read("f.yaml", new byte[SafeYaml.MAX_BYTES + 1]))
                .hasMessageContaining("larger than");
    }

    private static Object value(String yaml) {
        return SafeYaml.read("f.yaml", yaml).value();
    }
}
