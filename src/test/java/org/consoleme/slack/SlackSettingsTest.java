package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.operations.Check;
import org.consoleme.shared.Secret;
import org.consoleme.testing.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSettingsTest {
    private static final String SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    @Test
    void defaultsArePinned() {
        assertThat(SlackSettings.from(MapConfiguration.empty()))
                .isEqualTo(
                        new SlackSettings(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                URI.create("https://slack.com/api/"),
                                "/consoleme",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                URI.create("http://localhost:8081"),
                                Duration.ofSeconds(5)));
    }

    @Test
    void withoutAnyKeyTheDoorIsClosed() {
        assertThat(SlackSettings.from(MapConfiguration.empty()).open()).isFalse();
    }

    /** An administrator must not look for the reason in vain. */
    @Test
    void anAppTokenAloneClosesTheDoorAndTheSelfCheckSaysWhy() {
        SlackSettings settings = from(Map.of("slack.app_token", "xapp-1"));
        Check.Finding finding =
                new SlackConnection(
                                settings,
                                new SlackApi(settings, Clock.systemUTC()),
                                new SlackTenant(settings))
                        .look();

        assertThat(settings.open()).isFalse();
        assertThat(finding.state()).isEqualTo(Check.State.DEGRADED);
        assertThat(finding.detail()).contains("Socket Mode");
        assertThat(finding.todo().orElseThrow()).contains("slack.bot_token");
    }

    @Test
    void aFullExampleIsRead() {
        SlackSettings settings =
                from(
                        Map.of(
                                "slack.signing_secret", " " + SECRET + "\n",
                                "slack.bot_token", "xoxb-1",
                                "slack.api_url", "https://slack.example.com/api",
                                "slack.command", "aws",
                                "slack.team_id", "T1",
                                "slack.enterprise_id", "E1",
                                "slack.app_id", "A1",
                                "slack.ignore_auto_admin_policies", true,
                                "url", "https://consoleme.example.com/",
                                "slack.timeout_seconds", 9));
        assertThat(settings.open()).isTrue();
        assertThat(settings.signingSecret().map(Secret::reveal)).contains(SECRET);
        assertThat(settings.apiUrl()).hasToString("https://slack.example.com/api/");
        assertThat(settings.command()).isEqualTo("/aws");
        assertThat(settings.teamId()).contains("T1");
        assertThat(settings.enterpriseId()).contains("E1");
        assertThat(settings.appId()).contains("A1");
        assertThat(settings.ignoreAutoAdminPolicies()).isTrue();
        assertThat(settings.page("/x")).isEqualTo("https://consoleme.example.com/x");
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(settings.toString()).doesNotContain(SECRET).doesNotContain("xoxb-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "   \t\n                                     ",
                "0f1e2d3c4b5a69788796a5b4c3d2e1f",
                "0f1e2d3c4b5a69788796a5b4c3d2e1f "
            })
    void slackT02_withoutASecretOfThirtyTwoCharactersNothingStarts(String secret) {
        assertInvalid(
                "slack.signing_secret",
                Map.of("slack.bot_token", "xoxb-1", "slack.signing_secret", secret));
        assertInvalid("slack.signing_secret", Map.of("slack.signing_secret", secret));
    }

    @Test
    void slackT02_aBotTokenWithoutASecretDoesNotStart() {
        assertInvalid("slack.signing_secret", Map.of("slack.bot_token", "xoxb-1"));
    }

    @Test
    void slackT02_socketModeNeedsNoSecretAndOpensNoDoorOverHttp() {
        SlackSettings settings =
                from(Map.of("slack.bot_token", "xoxb-1", "slack.app_token", "xapp-1"));
        assertThat(settings.overHttp()).isFalse();
        assertThat(settings.signingSecret()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "slack.api_url,http://slack.example.com/api/",
        "slack.api_url,http://127.0.0.1.evil.example/",
        "slack.api_url,ftp://127.0.0.1/",
        "slack.api_url,not a url",
        "slack.api_url,slack.com",
        "url,not a url",
        "url,consoleme.example.com",
        "slack.command,/Console Me",
        "slack.command,/"
    })
    void aValueThatCannotWorkNamesItsKey(String key, String value) {
        assertInvalid(key, Map.of(key, value));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 61})
    void aTimeoutIsOneToSixtySeconds(int seconds) {
        assertInvalid("slack.timeout_seconds", Map.of("slack.timeout_seconds", seconds));
    }

    private static SlackSettings from(Map<String, Object> keys) {
        return SlackSettings.from(new MapConfiguration(new HashMap<>(keys)));
    }

    private static void assertInvalid(String key, Map<String, Object> keys) {
        Problems.assertInvalid(key, () -> from(keys));
    }
}
