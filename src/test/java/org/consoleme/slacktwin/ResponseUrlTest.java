package org.consoleme.slacktwin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResponseUrlTest {

    private final TickingClock clock = new TickingClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final TwinServer twin =
            TwinServer.start(
                    TwinSettings.defaults(URI.create("http://127.0.0.1:9/")).withClock(clock));
    private final String url =
            twin.actAs(TwinSettings.ENGINEER)
                    .in("general")
                    .compose("/consoleme creds")
                    .responseUrl();

    @AfterEach
    void stop() {
        twin.close();
    }

    @Test
    void takesFivePostsAndNoSixth() {
        for (int i = 1; i <= 5; i++) {
            assertThat(Wire.post(url, "{\"text\":\"answer " + i + "\"}").statusCode())
                    .isEqualTo(200);
        }
        HttpResponse<String> sixth = Wire.post(url, "{\"text\":\"answer 6\"}");

        assertThat(sixth.statusCode()).isEqualTo(404);
        assertThat(sixth.body()).isEqualTo("{\"ok\":false,\"error\":\"used_url\"}");
        assertThat(seenBy(TwinSettings.ENGINEER)).hasSize(5);
        assertThat(seenBy(TwinSettings.APPROVER)).isEmpty();
    }

    @Test
    void livesForThirtyMinutes() {
        clock.pass(Duration.ofMinutes(30).minusMillis(1));
        HttpResponse<String> last = Wire.post(url, "{\"text\":\"in time\"}");
        clock.pass(Duration.ofMillis(1));
        HttpResponse<String> late = Wire.post(url, "{\"text\":\"late\"}");

        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(late.statusCode()).isEqualTo(404);
        assertThat(late.body()).contains("expired_url");
        assertThat(seenBy(TwinSettings.ENGINEER)).containsExactly("in time");
    }

    @Test
    void replacesAndDeletesWhatItPostedBefore() {
        Wire.post(url, "{\"text\":\"one\"}");
        Wire.post(url, "{\"text\":\"two\",\"replace_original\":true}");
        List<String> replaced = seenBy(TwinSettings.ENGINEER);
        Wire.post(url, "{\"delete_original\":true}");

        assertThat(replaced).containsExactly("two");
        assertThat(seenBy(TwinSettings.ENGINEER)).isEmpty();
    }

    @Test
    void postsToTheWholeChannelOnlyWhenTold() {
        Wire.post(url, "{\"text\":\"all\",\"response_type\":\"in_channel\"}");

        assertThat(seenBy(TwinSettings.APPROVER)).containsExactly("all");
    }

    @Test
    void refusesWhatSlackWouldRefuseAndSaysWhy() {
        HttpResponse<String> blocks =
                Wire.post(url, "{\"text\":\"x\",\"blocks\":[{\"type\":\"nonsense\"}]}");
        HttpResponse<String> nothing = Wire.post(url, "{}");
        HttpResponse<String> broken = Wire.post(url, "not json");
        HttpResponse<String> unknown =
                Wire.post(twin.origin() + "/response/0123", "{\"text\":\"x\"}");

        assertThat(blocks.statusCode()).isEqualTo(400);
        assertThat(blocks.body()).contains("invalid_blocks", "unsupported type: nonsense");
        assertThat(nothing.body()).contains("no_text");
        assertThat(broken.body()).contains("invalid_payload");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(twin.outbound().to("response_url")).hasSize(4);
    }

    private List<String> seenBy(String user) {
        return twin.workspace().messages().in(TwinSettings.GENERAL, user).stream()
                .map(Message::text)
                .toList();
    }
}
