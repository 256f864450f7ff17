package org.consoleme.slacktwin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.slacktwin.TwinClient.SETTINGS;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.MethodsClient;
import java.util.Collections;
import org.consoleme.slacktwin.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a text and blocks may be that Slack's own client posts. */
class ApiLimitsTest {
    private final TwinClient api = new TwinClient();
    private final TwinServer twin = api.twin;
    private final MethodsClient client = api.client;

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    @Test
    void textIsCutAtFortyThousandAndAnUpdateRefusedBeyondFour() throws Exception {
        String ts =
                client.chatPostMessage(
                                r -> r.channel(TwinSettings.GENERAL).text("x".repeat(40_001)))
                        .getTs();

        assertThat(twin.workspace().messages().find(TwinSettings.GENERAL, ts).orElseThrow().text())
                .hasSize(40_000);
        assertThat(
                        client.chatUpdate(
                                        r ->
                                                r.channel(TwinSettings.GENERAL)
                                                        .ts(ts)
                                                        .text("x".repeat(4_000)))
                                .isOk())
                .isTrue();
        assertThat(
                        client.chatUpdate(
                                        r ->
                                                r.channel(TwinSettings.GENERAL)
                                                        .ts(ts)
                                                        .text("x".repeat(4_001)))
                                .getError())
                .isEqualTo("msg_too_long");
    }

    @Test
    void blocksBeyondALimitAreRefusedWithTheReason() {
        String section = "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"%s\"}}";
        JsonNode tooLong = answer("[" + section.formatted("x".repeat(3001)) + "]");
        JsonNode tooMuch =
                answer(
                        "["
                                + String.join(
                                        ",",
                                        Collections.nCopies(5, section.formatted("x".repeat(2601))))
                                + "]");

        assertThat(tooLong.path("error").asText()).isEqualTo("invalid_blocks");
        assertThat(tooLong.path("response_metadata").path("messages").path(1).asText())
                .isEqualTo(
                        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
        assertThat(tooMuch.path("error").asText()).isEqualTo("msg_blocks_too_long");
        assertThat(answer("{}").path("error").asText()).isEqualTo("invalid_blocks_format");
    }

    private JsonNode answer(String blocks) {
        String body =
                "{\"channel\":\""
                        + TwinSettings.GENERAL
                        + "\",\"text\":\"t\",\"blocks\":"
                        + blocks
                        + "}";
        return Json.read(
                        Wire.post(
                                        twin.apiUrl() + "chat.postMessage",
                                        body,
                                        "Authorization",
                                        "Bearer " + SETTINGS.app().botToken())
                                .body())
                .orElseThrow();
    }
}
