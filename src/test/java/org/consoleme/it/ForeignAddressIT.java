package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever has the signing secret, and not Slack's network, cannot send the server elsewhere. */
class ForeignAddressIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();
    private static final String NOT_CALLED = "response_url on a foreign host: not called";

    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer inside;

    @BeforeEach
    void listen() throws IOException {
        inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext(
                "/",
                exchange -> {
                    calls.incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        inside.start();
    }

    @AfterEach
    void stop() {
        inside.stop(0);
    }

    @Test
    void slackT68_aSignedCommandDoesNotMakeTheServerCallAnAddressThatIsNotSlacks()
            throws IOException {
        long before = mentions();

        int status =
                STACK.twin()
                        .actAs(TwinSettings.ENGINEER)
                        .compose("/consoleme whoami")
                        .field(
                                "response_url",
                                "http://127.0.0.1:" + inside.getAddress().getPort() + "/secrets")
                        .send()
                        .status();

        assertThat(status).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> mentions() == before + 1);
        assertThat(calls).hasValue(0);
    }

    private static long mentions() throws IOException {
        return Files.readString(STACK.parts().log("server"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(NOT_CALLED))
                .count();
    }
}
