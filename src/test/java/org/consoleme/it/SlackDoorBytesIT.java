package org.consoleme.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consoleme.testing.BesideOthers;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** T-07: what anybody on the network can send to the Slack door, byte by byte, costs little. */
@BesideOthers
class SlackDoorBytesIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();
    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 (\\d{3})");

    /** The server hung up without a word. */
    private static final int NO_ANSWER = 0;

    private static final int LARGE_HEADER = 1 << 20;

    @Test
    void slackT07_aHeaderOfOneMegabyteIsRefused() throws IOException {
        try (Client client = new Client(STACK.server())) {
            client.send("POST /slack/events HTTP/1.1\r\nHost: x\r\nX-Large: ");
            client.sendAsMuchAsIsTaken("a".repeat(LARGE_HEADER) + "\r\n\r\n");

            assertThat(client.status(Duration.ofSeconds(20))).isIn(NO_ANSWER, 400, 413, 431);
        }
        assertStillAnswering();
    }

    @Test
    void slackT07_tooManyHeadersAreRefused() throws IOException {
        try (Client client = new Client(STACK.server())) {
            client.send("POST /slack/events HTTP/1.1\r\nHost: x\r\n");
            client.sendAsMuchAsIsTaken("X-One: 1\r\n".repeat(10_000) + "\r\n");

            assertThat(client.status(Duration.ofSeconds(20))).isIn(NO_ANSWER, 400, 413, 431);
        }
        assertStillAnswering();
    }

    @Test
    void slackT07_aBodyLargerThanAllowedIsNotEvenRead() throws IOException {
        try (Client client = new Client(STACK.server())) {
            client.send(head(10 << 20));

            assertThat(client.status(Duration.ofSeconds(10))).isEqualTo(413);
        }
        assertStillAnswering();
    }

    @Test
    void slackT07_aBodyThatTricklesInIsCutOffAfterSeconds() throws IOException {
        try (Client client = new Client(STACK.server());
                ScheduledExecutorService drops = Executors.newSingleThreadScheduledExecutor()) {
            client.send(head(1000));
            long begun = System.nanoTime();
            var _ = drops.scheduleAtFixedRate(client::drop, 0, 200, TimeUnit.MILLISECONDS);

            assertThat(client.status(Duration.ofSeconds(60))).isIn(NO_ANSWER, 408);

            drops.shutdownNow();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(45));
        }
        assertStillAnswering();
    }

    private static String head(int length) {
        return "POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type:"
                + " application/x-www-form-urlencoded\r\nContent-Length: "
                + length
                + "\r\n\r\n";
    }

    private static void assertStillAnswering() {
        Person.nobody(STACK.server()).get("/health/live").must(200);
    }

    /** Speaks HTTP badly. */
    private static final class Client implements AutoCloseable {
        private final Socket socket;

        Client(URI server) throws IOException {
            socket = new Socket(server.getHost(), server.getPort());
        }

        void send(String text) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(ISO_8859_1));
            out.flush();
        }

        /** The server may have hung up by then. */
        void sendAsMuchAsIsTaken(String text) {
            try {
                send(text);
            } catch (IOException hungUp) {
                assertThat(socket.isClosed()).isFalse();
            }
        }

        void drop() {
            sendAsMuchAsIsTaken("a");
        }

        /** Of the answer; {@link #NO_ANSWER} where the server closes, or resets, before one. */
        int status(Duration limit) throws IOException {
            socket.setSoTimeout((int) limit.toMillis());
            StringBuilder answer = new StringBuilder();
            InputStream in = socket.getInputStream();
            try {
                for (int c = in.read(); c >= 0; c = in.read()) {
                    answer.append((char) c);
                    Matcher status = STATUS.matcher(answer);
                    if (status.find()) {
                        return Integer.parseInt(status.group(1));
                    }
                }
            } catch (SocketException reset) {
                return NO_ANSWER;
            }
            return NO_ANSWER;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
