package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.platform.ProcessRegion;
import org.junit.jupiter.api.Test;

class DynamoSettingsTest {
    private static final ProcessRegion REGION = new ProcessRegion("us-west-2");

    @Test
    void theDefaultsArePinned() {
        assertThat(DynamoSettings.from(MapConfiguration.empty(), REGION))
                .isEqualTo(
                        new DynamoSettings(
                                Optional.empty(),
                                "us-west-2",
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(3),
                                3,
                                64,
                                true));
    }

    @Test
    void everyKeyHasItsPlace() {
        MapConfiguration all =
                MapConfiguration.empty()
                        .with("dynamodb_server", "http://127.0.0.1:8005")
                        .with("dynamodb.attempt_timeout_ms", 1)
                        .with("dynamodb.call_timeout_ms", 2)
                        .with("dynamodb.attempts", 4)
                        .with("dynamodb.connections", 5)
                        .with("dynamodb.create_tables", false);

        assertThat(DynamoSettings.from(all, REGION))
                .isEqualTo(
                        new DynamoSettings(
                                Optional.of(URI.create("http://127.0.0.1:8005")),
                                "us-west-2",
                                Duration.ofMillis(1),
                                Duration.ofMillis(2),
                                4,
                                5,
                                false));
    }

    @Test
    void whatIsNoUrlNamesItsKey() {
        assertThatThrownBy(
                        () ->
                                DynamoSettings.from(
                                        MapConfiguration.empty().with("dynamodb_server", "a b"),
                                        REGION))
                .hasMessageContaining("dynamodb_server");
    }

    @Test
    void ourTablesHaveTheirNamesAndOverrides() {
        assertThat(DynamoTables.from(MapConfiguration.empty()).all())
                .extracting(TableDefinition::name)
                .containsExactly(
                        "consoleme_request_state",
                        "consoleme_audit_events",
                        "consoleme_outbox",
                        "consoleme_grants",
                        "consoleme_slack_links",
                        "consoleme_slack_cards",
                        "consoleme_job_runs",
                        "consoleme_sign_ins");
        assertThat(
                        DynamoTables.from(
                                        MapConfiguration.empty()
                                                .with("aws.audit_events_dynamo_table", "mine"))
                                .auditEvents()
                                .name())
                .isEqualTo("mine");
    }

    @Test
    void consoleMesTablesHaveTheirNames() {
        assertThat(ConsoleMeTables.from(MapConfiguration.empty()).all())
                .extracting(ConsoleMeTables.ConsoleMeTable::name)
                .containsExactly(
                        "consoleme_iamroles_global",
                        "consoleme_config_global",
                        "consoleme_policy_requests",
                        "consoleme_resource_cache",
                        "consoleme_cloudtrail",
                        "consoleme_users_global",
                        "consoleme_notifications");
    }

    @Test
    void theDynamicConfigurationsTableHasItsOwnKeyBeforeTheOldOne() {
        MapConfiguration old = MapConfiguration.empty().with("aws.group_log_dynamo_table", "old");
        String fromOld = ConsoleMeTables.from(old).dynamicConfiguration().name();
        String fromNew =
                ConsoleMeTables.from(old.with("aws.dynamic_config_dynamo_table", "new"))
                        .dynamicConfiguration()
                        .name();

        assertThat(Stream.of(fromOld, fromNew)).containsExactly("old", "new");
    }
}
