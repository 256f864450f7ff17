package org.consoleme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands behind a question mark. */
class QueryValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "+1", "1.0", " 1", "1e3", "9999999999", "\u0661", "0x1"})
    void whatIsNoWholeNumberIsInvalid(String text) {
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class, () -> QueryValues.number("limit", text, 20));

        assertThat(refused.problem())
                .isEqualTo(new Problem.Invalid("limit", "a whole number is wanted"));
    }

    @Test
    void aNumberIsReadAndNothingIsTheUsual() {
        assertThat(QueryValues.number("limit", "007", 20)).isEqualTo(7);
        assertThat(QueryValues.number("limit", "999999999", 20)).isEqualTo(999_999_999);
        assertThat(QueryValues.number("limit", "", 20)).isEqualTo(20);
        assertThat(QueryValues.number("limit", null, 20)).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "TRUE", "on", " true"})
    void whatIsNeitherTrueNorFalseIsInvalid(String text) {
        assertThatThrownBy(() -> QueryValues.flag("mine", text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem())
                                        .isEqualTo(
                                                new Problem.Invalid(
                                                        "mine", "true or false is wanted")));
    }

    @Test
    void aFlagIsFalseUnlessItIsTrue() {
        assertThat(QueryValues.flag("mine", "true")).isTrue();
        assertThat(QueryValues.flag("mine", "false")).isFalse();
        assertThat(QueryValues.flag("mine", "")).isFalse();
        assertThat(QueryValues.flag("mine", null)).isFalse();
    }
}
