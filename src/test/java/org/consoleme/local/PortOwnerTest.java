package org.consoleme.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortOwnerTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void aTakenPortIsNamedWithItsProcessAndItsVariable() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(
                            () -> PortOwner.requireFree(Map.of("HTTP_PORT", taken.getLocalPort())))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("nothing was started")
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("HTTP_PORT=");
        }
    }

    @Test
    void aPortWantedTwiceIsRefused() {
        Ports ports = Ports.random();

        assertThatThrownBy(
                        () ->
                                PortOwner.requireFree(
                                        Map.of("HTTP_PORT", ports.aws(), "OTHER", ports.aws())))
                .hasMessageContaining("wanted twice");
    }

    @Test
    void freePortsPass() {
        Ports ports = Ports.random();

        assertThatCode(() -> PortOwner.requireFree(Map.of("A", ports.server(), "B", ports.redis())))
                .doesNotThrowAnyException();
        assertThat(PortOwner.of(ports.server())).isEmpty();
    }
}
