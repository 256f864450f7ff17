package org.consoleme.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackMarkupTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "plain words~ plain words",
                "a &lt;b&gt; &amp;amp; c~ a <b> &amp; c",
                "ask <@U0ENGINEER>~ ask @U0ENGINEER",
                "ask <@U0ENGINEER|eva>~ ask @eva",
                "see <#C0GENERAL1|general>~ see #general",
                "<!here> and <!channel>~ @here and @channel",
                "<!subteam^S1|@approvers>~ @approvers",
                "<!date^1392734382^{date}|Feb 18, 2014>~ Feb 18, 2014",
                "<https://t.example/1>~ https://t.example/1",
                "<https://t.example|t.example>~ https://t.example",
                "<https://t.example/1|the ticket>~ the ticket (https://t.example/1)",
                "<mailto:a@example.com|a@example.com>~ a@example.com",
                "<https://evil.example|https://bank.example>~ https://bank.example (https://evil.example)",
                "half < open~ half < open",
                "closed > only~ closed > only",
                "<>~ ''"
            })
    void whatOneReadsInSlackIsWhatIsLeft(String typed, String plain) {
        assertThat(SlackMarkup.plain(typed)).isEqualTo(plain);
    }

    @Test
    void anEntityIsReadOnce() {
        assertThat(SlackMarkup.plain("&amp;lt;!channel&amp;gt;")).isEqualTo("&lt;!channel&gt;");
    }

    @Test
    void manyAnglesTakeNoTime() {
        assertThat(SlackMarkup.plain("<".repeat(100_000))).hasSize(100_000);
        assertThat(SlackMarkup.plain("<a>".repeat(30_000))).hasSize(30_000);
    }
}
