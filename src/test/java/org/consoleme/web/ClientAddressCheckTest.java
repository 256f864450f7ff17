package org.consoleme.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.operations.Check;
import org.consoleme.operations.Check.State;
import org.junit.jupiter.api.Test;

class ClientAddressCheckTest {
    private static final List<String> PROXIES = List.of("192.0.2.0/24");

    @Test
    void withoutAProxyTheConnectionSays() {
        assertThat(look(Map.of()).state()).isEqualTo(State.UP);
    }

    @Test
    void aProxyThatDoesNotNameItsClientsIsSaidAndWhatToSet() {
        Check.Finding finding = look(Map.of("auth.trusted_proxies", PROXIES));

        assertThat(finding.state()).isEqualTo(State.DEGRADED);
        assertThat(finding.todo().orElseThrow())
                .contains("auth.remote_ip.trusted_remote_ip_header");
    }

    @Test
    void aProxyThatNamesItsClientsIsFine() {
        assertThat(
                        look(Map.of(
                                        "auth.trusted_proxies",
                                        PROXIES,
                                        "auth.remote_ip.trusted_remote_ip_header",
                                        "X-Forwarded-For"))
                                .state())
                .isEqualTo(State.UP);
    }

    private static Check.Finding look(Map<String, Object> keys) {
        return new ClientAddressCheck(WebSettings.from(new MapConfiguration(keys))).look();
    }
}
