package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.consoleme.shared.RoleArn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeepWordsTest {
    private static final String ACCOUNT = "arn:aws:iam::200000000002:role/";

    @Test
    void aNameThatMeansOneRoleIsEnough() {
        assertThat(word("reader", "admin", "old-reader")).isEqualTo("reader");
    }

    @Test
    void aNameOfTwoRolesGivesWayToTheArnWhateverItsCase() {
        assertThat(word("reader", "team/Reader")).isEqualTo(ACCOUNT + "reader");
    }

    @Test
    void aRoleThatIsNotAmongThemIsNamedWhole() {
        assertThat(WeepWords.among(List.of()).of(RoleArn.parse(ACCOUNT + "reader")))
                .isEqualTo(ACCOUNT + "reader");
    }

    @Test
    void aNameThatLooksLikeAnOptionIsNamedWhole() {
        assertThat(word("-x")).isEqualTo(ACCOUNT + "-x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    a+b=c,d.e@f_g-h   | a+b=c,d.e@f_g-h
                    =ls               | '=ls'
                    $(reboot)/x       | '$(reboot)/x'
                    `id`;true/x       | '`id`;true/x'
                    it's/x            | 'it'\\''s/x'
                    a&b>c<d*?[!]{1}/x | 'a&b>c<d*?[!]{1}/x'
                    ~/x               | '~/x'
                    a\\b/x            | 'a\\b/x'
                    """)
    void everyWordReachesTheShellAsOneWord(String word, String quoted) {
        assertThat(ShellWord.of(word)).isEqualTo(quoted);
    }

    @Property
    void aShellWordIsOneWord(@ForAll @StringLength(min = 1, max = 60) String word) {
        String quoted = ShellWord.of(word);
        String inside = quoted.startsWith("'") ? quoted.substring(1, quoted.length() - 1) : quoted;
        assertThat(inside.replace("'\\''", "")).doesNotContain("'");
        assertThat(inside.replace("'\\''", "'")).isEqualTo(word);
        if (!quoted.startsWith("'")) {
            assertThat(word)
                    .matches("[A-Za-z0-9_+=,.@:/-]+")
                    .doesNotStartWith("-")
                    .doesNotStartWith("=");
        }
    }

    /** The word for the first of these roles of one person. */
    private static String word(String... pathsAndNames) {
        List<EligibleRole> all =
                Arrays.stream(pathsAndNames)
                        .map(each -> RoleArn.parse(ACCOUNT + each))
                        .map(
                                arn ->
                                        new EligibleRole(
                                                arn,
                                                List.of(),
                                                false,
                                                Optional.empty(),
                                                Optional.empty()))
                        .toList();
        return WeepWords.among(all).of(all.getFirst().role());
    }
}
