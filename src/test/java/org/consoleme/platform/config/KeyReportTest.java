package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyReportTest {

    @Test
    void anUnknownKeyIsNamedWithTheNearestKnownOne() {
        assertThat(report("aws: {sesion_duration: 1}\nzzz: {quite: other}").unknown())
                .containsExactly(
                        "aws.sesion_duration (did you mean aws.session_duration?)", "zzz.quite");
    }

    @Test
    void knownKeysAndPatternsAreNotReported() {
        KeyReport report =
                report(
                        """
                        url: a
                        redis: {host: {eu-west-1: a, global: b}}
                        account_ids_to_name: {"123456789012": [a, b]}
                        dynamic_config: {group_mapping: {"a.b@example.com": {roles: []}}}
                        slack: {command: /cm}
                        """);
        assertThat(report.unknown()).isEmpty();
        assertThat(report.dropped()).isEmpty();
        assertThat(report.planned()).isEmpty();
    }

    @Test
    void unknownKeysAreSortedAndBounded() {
        StringBuilder yaml = new StringBuilder("qqqqqq:\n");
        for (int i = 0; i < 1000; i++) {
            yaml.append("  k").append(i).append(": 1\n");
        }
        List<String> unknown = report(yaml.toString()).unknown();
        assertThat(unknown).hasSize(KeyReport.MAX_LISTED).endsWith("and 951 more");
        assertThat(unknown.subList(0, KeyReport.MAX_LISTED - 1)).isSorted();
    }

    @Test
    void aKeyNeverBreaksALogLine() {
        assertThat(report("\"a\\nFORGED\": 1").unknown()).containsExactly("a?FORGED");
    }

    @Test
    void droppedAndPlannedKeysAreListedWithTheReason() {
        KeyReport report =
                report(
                        """
                        tornado: {port: 8081}
                        celery: {broker: {global: redis, eu-west-1: redis}}
                        auth: {get_user_by_oidc: true}
                        """);
        assertThat(report.dropped())
                .containsExactly(
                        "celery.broker: Jakarta Batch runs the jobs",
                        "tornado.port: HTTP_PORT (default 8081) sets it");
        assertThat(report.planned())
                .containsExactly(
                        "auth.get_user_by_oidc: OpenID Connect comes with a later release");
    }

    @Test
    void onlyANonDefaultPluginIsReported() {
        KeyReport report = report("plugins: {auth: default_auth, aws: cmsaas_aws}");
        assertThat(report.plugins()).singleElement().asString().startsWith("plugins.aws: Python");
        assertThat(report.dropped()).isEmpty();
    }

    @Test
    void theRecordedConfigurationHasNoUnknownKey() throws IOException {
        for (String file : List.of("common.yaml", "recorded.yaml")) {
            assertThat(
                            report(
                                            Files.readString(
                                                    Path.of(
                                                            "src/test/resources/golden/config",
                                                            file)))
                                    .unknown())
                    .isEmpty();
        }
    }

    @Test
    void aRowNeedsNineColumnsAndAReasonExactlyIfItDoesNotWork() {
        assertThatThrownBy(() -> KeyCatalogue.parse(List.of("a|ours")))
                .hasMessageContaining("9 columns");
        assertThatThrownBy(() -> KeyCatalogue.parse(List.of("a|ours|dropped|text||||meaning|")))
                .hasMessageContaining("a reason");
        assertThatThrownBy(() -> KeyCatalogue.parse(List.of("a|ours|works|text||||meaning|why")))
                .hasMessageContaining("a reason");
        String row = "a|ours|works|text||||meaning|";
        assertThatThrownBy(() -> KeyCatalogue.parse(List.of(row, row)))
                .hasMessageContaining("twice");
    }

    private static KeyReport report(String yaml) {
        return KeyReport.of(
                YamlTree.asTree((Map<?, ?>) SafeYaml.read("yaml", yaml).value()),
                KeyCatalogue.get());
    }
}
