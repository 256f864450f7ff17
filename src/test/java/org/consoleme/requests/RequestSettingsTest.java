package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.consoleme.platform.config.YamlConfiguration;
import org.junit.jupiter.api.Test;

class RequestSettingsTest {

    private static RequestSettings settings(String yaml) {
        return RequestSettings.from(YamlConfiguration.ofYaml(yaml));
    }

    @Test
    void theDefaultsAreStrict() {
        assertThat(settings(""))
                .isEqualTo(new RequestSettings(List.of(), true, List.of(), Set.of()));
    }

    @Test
    void everyKeyIsRead() {
        assertThat(
                        settings(
                                """
                                requests:
                                  may_bypass_approval: [break-glass, ann@example.com]
                                  justification_required: false
                                policies:
                                  protected_roles: [admin*]
                                  role_name: /path/ConsoleMe
                                  role_name_overrides: {'410000000017': Other}
                                """))
                .isEqualTo(
                        new RequestSettings(
                                List.of("break-glass", "ann@example.com"),
                                false,
                                List.of("admin*"),
                                Set.of("ConsoleMe", "Other")));
    }

    @Test
    void everybodyBypassesNothing() {
        assertThatThrownBy(() -> settings("requests: {may_bypass_approval: '*'}"))
                .hasMessageStartingWith("requests.may_bypass_approval: names users and groups");
    }
}
