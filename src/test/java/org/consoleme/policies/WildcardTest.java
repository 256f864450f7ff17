package org.consoleme.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WildcardTest {

    @Property
    void itAgreesWithTheDefinition(
            @ForAll("patterns") String pattern, @ForAll("names") String name) {
        assertThat(new Wildcard(pattern).matches(name)).isEqualTo(byDefinition(pattern, name));
    }

    @Example
    void caseDoesNotMatterAndBracketsAreNoWildcards() {
        assertThat(new Wildcard("GET*t").matches("getObject")).isTrue();
        assertThat(new Wildcard("[g]et").matches("get")).isFalse();
        assertThat(new Wildcard("get?").matches("get")).isFalse();
        assertThat(new Wildcard("").matches("")).isTrue();
    }

    @Example
    void manyStarsAgainstALongNameTakeNoTime() {
        Wildcard bomb = new Wildcard("*a".repeat(2_000) + "b");
        String name = "a".repeat(20_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(bomb.matches(name)).isFalse());
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars("abAB*?").ofMaxLength(10);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("abAB").ofMaxLength(12);
    }

    /** Recursive and slow, as one would explain it. */
    private static boolean byDefinition(String pattern, String name) {
        if (pattern.isEmpty()) {
            return name.isEmpty();
        }
        String rest = pattern.substring(1);
        return switch (pattern.charAt(0)) {
            case '*' ->
                    byDefinition(rest, name)
                            || (!name.isEmpty() && byDefinition(pattern, name.substring(1)));
            case '?' -> !name.isEmpty() && byDefinition(rest, name.substring(1));
            default ->
                    !name.isEmpty()
                            && pattern.substring(0, 1).equalsIgnoreCase(name.substring(0, 1))
                            && byDefinition(rest, name.substring(1));
        };
    }
}
