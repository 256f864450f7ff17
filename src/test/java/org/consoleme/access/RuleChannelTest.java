package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.consoleme.platform.config.DynamicConfigurationText;
import org.consoleme.shared.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule may name the channel that its cards go to. */
class RuleChannelTest {
    private static Configuration keys(String channel) {
        return DynamicConfigurationText.parsed(
                        """
                        approval_rules:
                        - name: own
                          match: {}
                          who_may_ask: [everybody]
                          approvers: [leads]
                        %s
                        - name: other
                          match: {}
                          who_may_ask: [everybody]
                          approvers: [leads]
                        """
                                .formatted(channel),
                        "ann",
                        Instant.EPOCH)
                .keys();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0DATATEAM", "G01", "C1"})
    void itIsNamedByItsId(String id) {
        RuleBook book = RuleBook.read(keys("  channel: " + id));

        assertThat(book.checked().mistakes()).isEmpty();
        assertThat(book.channels()).containsExactly(new ApprovalChannel(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'#data-approvals'",
                "D0SOMEBODY",
                "c0datateam",
                "C",
                "''",
                "7",
                "[C01]",
                ""
            })
    void anythingElseIsAMistakeThatSaysWhatIsWanted(String text) {
        assertThat(ApprovalRules.check(keys("  channel: " + text)).sentences())
                .containsExactly(
                        "approval_rules, rule \"own\": channel: the channel's id, which begins with"
                                + " C or G; Slack shows it at the end of the channel's details");
    }

    @Test
    void withoutOneItIsTheCommonOne() {
        RuleBook book = RuleBook.read(keys("  needed: 2"));

        assertThat(book.checked().mistakes()).isEmpty();
        assertThat(book.channels()).isEmpty();
    }
}
