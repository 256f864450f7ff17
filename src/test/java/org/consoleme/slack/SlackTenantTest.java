package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.fakes.MapConfiguration;
import org.junit.jupiter.api.Test;

class SlackTenantTest {
    private static final Optional<String> NONE = Optional.empty();

    @Test
    void untilItIsKnownNothingIsOurs() {
        SlackTenant tenant = tenant(Map.of());
        assertThat(tenant.known()).isFalse();
        assertThat(tenant.isOurs(Optional.of("T1"), NONE, Optional.of("A1"))).isFalse();
        assertThat(tenant.isOurs(NONE, NONE, NONE)).isFalse();
    }

    @Test
    void whatSlackSaysFillsInWhatTheConfigurationLeftOpen() {
        // Given
        SlackTenant tenant = tenant(Map.of("slack.team_id", "T1"));
        // When
        tenant.learned(new SlackApi.Identity("T2", "Example", NONE, Optional.of("A1"), List.of()));
        // Then
        assertThat(tenant.isOurs(Optional.of("T1"), NONE, Optional.of("A1"))).isTrue();
        assertThat(tenant.isOurs(Optional.of("T2"), NONE, Optional.of("A1"))).isFalse();
        assertThat(tenant.isOurs(Optional.of("T1"), NONE, Optional.of("A2"))).isFalse();
        assertThat(tenant.isOurs(Optional.of("T1"), NONE, NONE)).isFalse();
        assertThat(tenant.workspace()).contains("Example");
    }

    @Test
    void anOrganisationStandsForItsWorkspaces() {
        SlackTenant tenant = tenant(Map.of("slack.team_id", "T1", "slack.enterprise_id", "E1"));
        assertThat(tenant.isOurs(Optional.of("T9"), Optional.of("E1"), NONE)).isTrue();
        assertThat(tenant.isOurs(Optional.of("T1"), Optional.of("E2"), NONE)).isFalse();
        assertThat(tenant.isOurs(Optional.of("T1"), NONE, NONE)).isFalse();
    }

    @Test
    void whereOurPlacesAreIsTheSameBeforeAndAfterSlackWasAsked() {
        // Given
        SlackTenant tenant = tenant(Map.of("slack.enterprise_id", "E1"));
        assertThat(tenant.known()).isFalse();
        assertThatThrownBy(tenant::home).hasMessageContaining("Slack");
        // When
        tenant.learned(
                new SlackApi.Identity(
                        "T1", "Example", Optional.of("E1"), Optional.of("A1"), List.of()));
        // Then
        assertThat(tenant.known()).isTrue();
        assertThat(tenant.home()).isEqualTo("T1");
        assertThat(tenant.formerHome()).contains("E1");
    }

    @Test
    void anEnterpriseThatSlackNamedWasNeverTheHomeOfPlaces() {
        SlackTenant tenant = tenant(Map.of());
        tenant.learned(new SlackApi.Identity("T1", "Example", Optional.of("E1"), NONE, List.of()));
        assertThat(tenant.formerHome()).isEmpty();
    }

    private static SlackTenant tenant(Map<String, Object> keys) {
        return new SlackTenant(SlackSettings.from(new MapConfiguration(keys)));
    }
}
