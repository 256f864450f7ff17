package org.consoleme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.FakeRequest;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    private final ClientAddress addresses =
            new ClientAddress(
                    WebSettings.from(
                            MapConfiguration.empty()
                                    .with("auth.trusted_proxies", List.of("10.0.0.0/8", "::1"))
                                    .with(
                                            "auth.remote_ip.trusted_remote_ip_header",
                                            "X-Forwarded-For")));

    @Test
    void d27_theLastHopThatIsNoProxyOfOursCounts() {
        assertThat(of("10.1.2.3", "198.51.100.1, 203.0.113.9, 10.9.9.9")).isEqualTo("203.0.113.9");
        assertThat(of("::1", "203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void aHeaderFromElsewhereIsNotRead() {
        assertThat(of("198.51.100.1", "203.0.113.9")).isEqualTo("198.51.100.1");
    }

    @Test
    void garbageEndsTheReading() {
        assertThat(of("10.1.2.3", "203.0.113.9, evil.example.com, 10.9.9.9")).isEqualTo("10.9.9.9");
        assertThat(of("10.1.2.3", "")).isEqualTo("10.1.2.3");
    }

    @Test
    void aHopMayHaveAPort() {
        assertThat(of("10.1.2.3", "203.0.113.9:51234")).isEqualTo("203.0.113.9");
        assertThat(of("10.1.2.3", "[2001:db8::9]:443")).isEqualTo("2001:db8:0:0:0:0:0:9");
        assertThat(of("10.1.2.3", "2001:db8::9")).isEqualTo("2001:db8:0:0:0:0:0:9");
    }

    @Test
    void anAbsentHeaderIsNoError() {
        assertThat(addresses.of(new FakeRequest("/", "10.1.2.3").get())).isEqualTo("10.1.2.3");
    }

    @Test
    void blocksAreComparedBitByBit() {
        Cidr block = Cidr.parse("key", "192.0.2.128/25");

        assertThat(block.contains(Cidr.address("192.0.2.129").orElseThrow())).isTrue();
        assertThat(block.contains(Cidr.address("192.0.2.127").orElseThrow())).isFalse();
        assertThat(block.contains(Cidr.address("2001:db8::1").orElseThrow())).isFalse();
        assertThat(block.contains(Cidr.address("::ffff:192.0.2.200").orElseThrow())).isTrue();
        assertThat(Cidr.parse("key", "0.0.0.0/0").contains(Cidr.address("9.9.9.9").orElseThrow()))
                .isTrue();
    }

    @Test
    void whatIsNoBlockIsRefused() {
        for (String text : new String[] {"", "localhost", "10.0.0.0/33", "10.0.0.0/x", "10/-1"}) {
            assertThatThrownBy(() -> Cidr.parse("key", text)).isInstanceOf(ProblemException.class);
        }
    }

    private String of(String peer, String forwarded) {
        return addresses.of(new FakeRequest("/", peer).header("X-Forwarded-For", forwarded).get());
    }
}
