package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.slack.SignedSender.FORM;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of a body no more is read than Slack would send. */
class LongBodiesTest {
    private final SignedSender sender = new SignedSender();

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void slackT07_aBodyThatSaysItIsTooLongIsNotRead() throws Exception {
        Endless body = new Endless();
        assertThat(filtered(body, 10L << 20)).isEqualTo(413);
        assertThat(body.read).isZero();
        sender.refusedAs("TooLarge");
    }

    @Test
    void slackT07_aBodyWithoutAnEndIsReadToTheLimitOnly() throws Exception {
        Endless body = new Endless();
        assertThat(filtered(body, -1)).isEqualTo(413);
        assertThat(body.read).isLessThanOrEqualTo((1 << 20) + 16_384);
        sender.refusedAs("TooLarge");
    }

    @Test
    void slackT07_aBodyThatBreaksOffIsRefusedAsIncomplete() throws Exception {
        Endless body = new Endless();
        body.breaksAt = 1000;
        assertThat(filtered(body, -1)).isEqualTo(408);
        sender.refusedAs("Incomplete");
    }

    private int filtered(Endless body, long length) throws Exception {
        ServletStub.Answer answer = new ServletStub.Answer();
        sender.door.node.verifier.doFilter(
                ServletStub.request("POST", Map.of("Content-Type", List.of(FORM)), length, body),
                answer.response(),
                (request, response) -> {
                    throw new IOException("reached Bolt");
                });
        return answer.status();
    }

    /** A body without an end, which the server gives up on at some byte. */
    private static final class Endless extends InputStream {
        private long read;
        private long breaksAt = Long.MAX_VALUE;

        @Override
        public int read() throws IOException {
            if (read >= breaksAt) {
                throw new IOException("read timed out");
            }
            read++;
            return 'x';
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (read >= breaksAt) {
                throw new IOException("read timed out");
            }
            read += length;
            return length;
        }
    }
}
