package org.consoleme.web.compat.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearPatternTest {
    @ParameterizedTest
    @CsvSource({
        "pend, pending, true",
        "^pend, pending, true",
        "^end, pending, false",
        "ing$, pending, true",
        "pend$, pending, false",
        "^pending$, pending, true",
        "^pending$, pendingg, false",
        "PEND, pending, true",
        "p.nd, pending, true",
        "p.*g, pending, true",
        "^p.*d.*g$, pending, true",
        "^e.*g$, pending, false",
        "g.*p, pending, false",
        "a\\.b, a.b, true",
        "a\\.b, axb, false",
        "cost\\$, cost$, true",
        "(a+)+$, aaaa, false",
        "(a+)+, x(a+)+x, true",
        "^$, '', true",
        "^$, x, false",
        ".*, '', true",
        "ab$, aab, true",
    })
    void whatConsoleMesUsersTypeMeansWhatItMeant(String pattern, String text, boolean found) {
        assertThat(LinearPattern.of(pattern).find(text)).isEqualTo(found);
    }

    @Test
    void d28_aPatternThatWouldKeepAnEngineBusyTakesNoTime() {
        LinearPattern pattern = LinearPattern.of("a.*".repeat(85) + "b");
        String text = "a".repeat(100_000);

        boolean found = Assertions.assertTimeout(Duration.ofSeconds(5), () -> pattern.find(text));

        assertThat(found).isFalse();
    }
}
