package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamedCasesTest {
    private static final String SOURCE =
            """
            /** Arguments.of("policyC01: told of a class") */
            class SomeIT {
                static final String TEXT = "Arguments.of(policyC02: a text)";

                static Stream<Arguments> refused() {
                    return Stream.of(
                            // Arguments.of("policyC03: commented out", ""),
                            /* Arguments.of("policyC04: commented out", ""), */
                            Arguments.of("policyC05 C06: no // comment b28", "\\""),
                            Arguments.of(
                                    "policyC07: on a line of its own", "policyC08: no name"));
                }

                /** As refused() with Arguments.of("policyC09: told of a method"). */
                static Stream<Arguments> others() {
                    return Stream.of(Arguments.of("policyC10: of another method"));
                }
            }
            """;

    @Test
    void theNameOfATestHasItsCases() {
        assertThat(NamedCases.ids("policyL01L17_something_a01_b08"))
                .containsExactly("L01", "L17", "A01", "B08");
        assertThat(NamedCases.ids("L02_L03_something_slackT42_else")).containsExactly("L02", "L03");
        assertThat(NamedCases.ids("defectB11_policyA23_something")).containsExactly("B11", "A23");
        assertThat(NamedCases.ids("b08_something")).containsExactly("B08");
    }

    @Test
    void argumentsAreThoseOfTheirMethodAndNoneIsInAComment() {
        assertThat(NamedCases.arguments(SOURCE, "refused").flatMap(NamedCases::ids))
                .containsExactly("C05", "C06", "B28", "C07");
        assertThat(NamedCases.arguments(SOURCE, "others").flatMap(NamedCases::ids))
                .containsExactly("C10");
        assertThat(NamedCases.arguments(SOURCE, "nothing")).isEmpty();
    }
}
