package org.consoleme.slack.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.Problems;

class CommandLineTest {
    @Example
    void allClausesTogether() {
        CommandLine line =
                CommandLine.parse(
                        "Creds billing reader in “Billing Prod” for 1h30m because INC-1 x");
        assertThat(line.verb()).isEqualTo("creds");
        assertThat(line.words()).isEqualTo("billing reader");
        assertThat(line.account()).contains("Billing Prod");
        assertThat(line.length()).contains(Duration.ofMinutes(90));
        assertThat(line.reason()).contains("INC-1 x");
    }

    @Example
    void whatSlackPastesInsteadOfSpacesSeparatesToo() {
        assertThat(CommandLine.parse("creds\u00A0admin\u2003in\u3000lab"))
                .satisfies(line -> assertThat(line.words()).isEqualTo("admin"))
                .satisfies(line -> assertThat(line.account()).contains("lab"));
    }

    @Example
    void searchWordsKeepWhatLooksLikeAClause() {
        assertThat(CommandLine.parse("find admin in billing").all()).isEqualTo("admin in billing");
    }

    @Example
    void nothingIsAnEmptyLine() {
        for (String empty : List.of("", "  ", "\n", "\"\"", "“”")) {
            assertThat(CommandLine.parse(empty).verb()).isEmpty();
        }
    }

    @Example
    void aClauseWithoutItsValueNamesTheClause() {
        for (String clause : List.of("in", "for", "because")) {
            Problems.assertInvalid(clause, () -> CommandLine.parse("creds admin " + clause));
        }
    }

    @Example
    void aReasonMayHoldTheWordThatBeginsIt() {
        CommandLine line =
                CommandLine.parse(
                        "request admin for 2h because prod is down because of a deploy in lab");
        assertThat(line.words()).isEqualTo("admin");
        assertThat(line.length()).contains(Duration.ofHours(2));
        assertThat(line.account()).isEmpty();
        assertThat(line.reason()).contains("prod is down because of a deploy in lab");
    }

    @Example
    void aQuotedWordIsNoKeyword() {
        CommandLine line = CommandLine.parse("request \"because\" in “in” because x");
        assertThat(line.words()).isEqualTo("because");
        assertThat(line.account()).contains("in");
        assertThat(line.reason()).contains("x");
    }

    @Example
    void aLengthThatIsNoneIsRefused() {
        for (String length :
                List.of("2", "h", "2d", "-1h", "1h-1m", "99999h", "٢h", "1e9m", "0h")) {
            assertThatThrownBy(() -> CommandLine.parse("creds admin for " + length))
                    .hasMessageContaining("a length like 2h");
        }
    }

    @Property(tries = 2000)
    void anyTextIsReadOrRefusedInWords(@ForAll @StringLength(max = 2100) String text) {
        try {
            CommandLine line = CommandLine.parse(text);
            assertThat(line.verb().length() + line.all().length()).isLessThan(2 * 2100);
        } catch (ProblemException e) {
            assertThat(e.problem()).isInstanceOf(Problem.Invalid.class);
        }
    }

    @Property(tries = 2000)
    void anyOrderOfKeywordsIsReadOrRefusedInWords(@ForAll("keywords") List<String> words) {
        try {
            CommandLine line = CommandLine.parse("creds " + String.join(" ", words));
            assertThat(line.verb()).isEqualTo("creds");
        } catch (ProblemException e) {
            assertThat(e.problem()).isInstanceOf(Problem.Invalid.class);
        }
    }

    @Provide
    Arbitrary<List<String>> keywords() {
        return Arbitraries.of(
                        "in", "for", "because", "2h", "\"", "“", "IN", "x", "\uD83D", "\u0000")
                .list()
                .ofMaxSize(12);
    }

    @Property
    void aButtonsValueIsReadAsItWasWritten(@ForAll @StringLength(max = 40) String tampered) {
        PickedRole picked =
                PickedRole.read("arn:aws:iam::200000000002:role/a/b 7200").orElseThrow();
        assertThat(picked.length()).contains(Duration.ofHours(2));
        assertThat(PickedRole.read(picked.value())).contains(picked);
        assertThat(PickedRole.read(tampered)).isEmpty();
        assertThat(PickedRole.read(picked.value() + "x" + tampered)).isEmpty();
    }
}
