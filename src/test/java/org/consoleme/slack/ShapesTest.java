package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.slack.SignedSender.FORM;
import static org.consoleme.slack.SignedSender.JSON;
import static org.consoleme.slack.SignedSender.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gets in though it was signed: only the shapes that Slack sends. */
class ShapesTest {
    private final SignedSender sender = new SignedSender();

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void slackT09_theSslCheckRunsNoListener() {
        String body = "ssl_check=1&token=twin-verification-token&payload=%7B%7D";
        assertThat(status(sender.raw(FORM, body))).isEqualTo(400);
        assertThat(status(sender.raw(FORM, "ssl_check=1&token=twin-verification-token")))
                .isEqualTo(400);
        sender.refusedAs("Malformed", "Malformed");
    }

    @Test
    void slackT09_theOldVerificationTokenAloneIsNoProof() {
        CommandDraft draft =
                sender.engineer.compose("/consoleme whoami").header("X-Slack-Signature", "");
        assertThat(status(draft)).isEqualTo(401);
        sender.refusedAs("Unsigned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
    void slackT09_onlyPostIsTakenSoNoCallbackOfOAuthEither(String method) throws Exception {
        // Given
        ServletStub.Answer answer = new ServletStub.Answer();
        // When
        sender.door.node.verifier.doFilter(
                ServletStub.request(method, Map.of(), 0, new ByteArrayInputStream(new byte[0])),
                answer.response(),
                (request, response) -> {
                    throw new IOException("reached Bolt");
                });
        // Then
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "POST");
        assertThat(sender.door.audit.events()).isEmpty();
    }

    @Test
    void slackT10_aCommandAndAnInteractionInOneIsNeither() {
        String both =
                new String(
                                sender.engineer.compose("/consoleme whoami").prepare().body(),
                                StandardCharsets.UTF_8)
                        + "&payload=%7B%22type%22%3A%22block_actions%22%7D";
        assertThat(status(sender.raw(FORM, both))).isEqualTo(400);
        sender.refusedAs("Malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"block_actions\"}",
                "payload={\"type\":\"block_actions\"}&payload={\"type\":\"block_actions\"}",
                "command=/consoleme&command=/consoleme&team_id=T0TWIN0001",
                "payload={\"type\":\"block_actions\",\"type\":\"shortcut\"}",
                "payload={\"team\":{\"id\":\"T0TWIN0001\",\"id\":\"T1\"}}",
                "payload=[]",
                "payload=null",
                "payload=",
                "payload={\"a\":",
                "payload=%zz",
                "command",
                "a=b",
                "&",
                ""
            })
    void slackT10_whatIsNotAFormOfSlacksIsRefused(String body) {
        assertThat(status(sender.raw(FORM, body))).isEqualTo(400);
        sender.refusedAs("Malformed");
    }

    @Test
    void slackT10_deepNestingIsRefusedWithoutBeingFollowed() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertThat(status(sender.raw(FORM, "payload={\"a\":" + deep + "}"))).isEqualTo(400);
        assertThat(status(sender.raw(JSON, "{\"a\":" + deep + "}"))).isEqualTo(400);
        sender.refusedAs("Malformed", "Malformed");
    }

    @Test
    void slackT10_moreFieldsThanSlackSendsAreRefused() {
        assertThat(status(sender.raw(FORM, "a=1" + "&b=2".repeat(200)))).isEqualTo(400);
        sender.refusedAs("Malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded2",
                ""
            })
    void slackT10_anotherContentTypeIsRefused(String type) {
        String body =
                new String(
                        sender.engineer.compose("/consoleme whoami").prepare().body(),
                        StandardCharsets.UTF_8);
        assertThat(status(sender.raw(type, body))).isEqualTo(400);
        sender.refusedAs("Malformed");
    }

    @Test
    void slackT10_aCommandSentAsJsonIsNotACommand() {
        // Given: our tenant, so that it gets past the verifier
        String event =
                "{\"type\":\"event_callback\",\"team_id\":\"%s\",\"enterprise_id\":\"E0CORP\",\"api_app_id\":\"A0TWINAPP1\",\"command\":\"/consoleme\",\"text\":\"whoami\",\"event\":{\"type\":\"message\"}}"
                        .formatted(TwinSettings.TEAM);
        // When
        int status = status(sender.raw(JSON, event));
        // Then: Bolt has no listener for it
        assertThat(status).isBetween(200, 499);
        assertThat(sender.door.answers()).isZero();
        assertThat(sender.door.twin.outbound().to("users.info")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"view_submission", "shortcut", "block_suggestion", "nonsense"})
    void slackT10_anInteractionThatWeDoNotKnowHasNoEffect(String type) {
        // When
        int status = status(sender.click(sender.payload().put("type", type)));
        // Then
        assertThat(status).isNotEqualTo(200);
        assertThat(sender.door.answers()).isZero();
    }

    @Test
    void slackT43_aButtonThatWeNeverMadeHasNoEffect() {
        // Given
        ObjectNode payload = sender.payload();
        ((ObjectNode) payload.path("actions").path(0)).put("action_id", "requests.approve");
        // When, Then
        assertThat(status(sender.click(payload))).isEqualTo(404);
        assertThat(sender.door.answers()).isZero();
    }
}
