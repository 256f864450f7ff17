package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.SlackTeam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What gets in though it was signed: only requests of our own workspace, in the shapes of Slack.
 */
class ShapesTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private final SlackDoor door =
            new SlackDoor(
                    twin ->
                            twin.withTeam(
                                    SlackTeam.standalone(TwinSettings.TEAM, "Example", "example")
                                            .in("E0CORP", "Corp")));
    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @CsvSource({"enterprise_id,E0OTHER", "api_app_id,A0OTHER"})
    void slackT08_aCommandOfAnotherTenantChangesNothing(String field, String other) {
        assertThat(status(engineer.compose("/consoleme whoami").field(field, other)))
                .isEqualTo(403);
        refusedAs("WrongTenant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"enterprise_id", "api_app_id"})
    void slackT08_aCommandThatDoesNotSayItsTenantChangesNothing(String field) {
        assertThat(status(engineer.compose("/consoleme whoami").without(field))).isEqualTo(403);
        refusedAs("WrongTenant");
    }

    @ParameterizedTest
    @CsvSource({"enterprise,E0OTHER", "enterprise,", "api_app_id,A0OTHER"})
    void slackT08_aClickOfAnotherTenantChangesNothing(String field, String other) {
        // Given
        ObjectNode payload = payload();
        if (field.equals("enterprise")) {
            payload.putObject("enterprise").put("id", other);
        } else {
            payload.put(field, other);
        }
        // When, Then
        assertThat(status(click(payload))).isEqualTo(403);
        refusedAs("WrongTenant");
    }

    @Test
    void slackT08_anotherWorkspaceIsRefusedWhereThereIsNoOrganisation() {
        try (SlackDoor small = new SlackDoor()) {
            Actor member = small.engineer();
            assertThat(status(member.compose("/consoleme").field("team_id", "T0OTHER")))
                    .isEqualTo(403);
            assertThat(status(member.compose("/consoleme").without("team_id"))).isEqualTo(403);
            assertThat(small.refusals(2)).containsExactly("WrongTenant", "WrongTenant");
            assertThat(small.answers()).isZero();
        }
    }

    @Test
    void aMemberOfTheOrganisationIsKnownInAllItsWorkspaces() {
        // When
        engineer.compose("/consoleme whoami").field("team_id", TwinSettings.TEAM).send();
        // Then
        assertThat(door.twin.draw(door.answer())).startsWith("You are engineer@example.com.");
    }

    @Test
    void slackT09_theSslCheckRunsNoListener() {
        String body = "ssl_check=1&token=twin-verification-token&payload=%7B%7D";
        assertThat(status(raw(FORM, body))).isEqualTo(400);
        assertThat(status(raw(FORM, "ssl_check=1&token=twin-verification-token"))).isEqualTo(400);
        refusedAs("Malformed", "Malformed");
    }

    @Test
    void slackT09_theOldVerificationTokenAloneIsNoProof() {
        CommandDraft draft = engineer.compose("/consoleme whoami").header("X-Slack-Signature", "");
        assertThat(status(draft)).isEqualTo(401);
        refusedAs("Unsigned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
    void slackT09_onlyPostIsTakenSoNoCallbackOfOAuthEither(String method) throws Exception {
        // Given
        ServletStub.Answer answer = new ServletStub.Answer();
        // When
        door.node.verifier.doFilter(
                ServletStub.request(method, Map.of(), 0, new ByteArrayInputStream(new byte[0])),
                answer.response(),
                (request, response) -> {
                    throw new IOException("reached Bolt");
                });
        // Then
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "POST");
        assertThat(door.audit.events()).isEmpty();
    }

    @Test
    void slackT10_aCommandAndAnInteractionInOneIsNeither() {
        String both =
                new String(
                                engineer.compose("/consoleme whoami").prepare().body(),
                                StandardCharsets.UTF_8)
                        + "&payload=%7B%22type%22%3A%22block_actions%22%7D";
        assertThat(status(raw(FORM, both))).isEqualTo(400);
        refusedAs("Malformed");
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
        assertThat(status(raw(FORM, body))).isEqualTo(400);
        refusedAs("Malformed");
    }

    @Test
    void slackT10_deepNestingIsRefusedWithoutBeingFollowed() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertThat(status(raw(FORM, "payload={\"a\":" + deep + "}"))).isEqualTo(400);
        assertThat(status(raw(JSON, "{\"a\":" + deep + "}"))).isEqualTo(400);
        refusedAs("Malformed", "Malformed");
    }

    @Test
    void slackT10_moreFieldsThanSlackSendsAreRefused() {
        assertThat(status(raw(FORM, "a=1" + "&b=2".repeat(200)))).isEqualTo(400);
        refusedAs("Malformed");
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
                        engineer.compose("/consoleme whoami").prepare().body(),
                        StandardCharsets.UTF_8);
        assertThat(status(raw(type, body))).isEqualTo(400);
        refusedAs("Malformed");
    }

    @Test
    void slackT10_aCommandSentAsJsonIsNotACommand() {
        // Given: our tenant, so that it gets past the verifier
        String event =
                "{\"type\":\"event_callback\",\"team_id\":\"%s\",\"enterprise_id\":\"E0CORP\",\"api_app_id\":\"A0TWINAPP1\",\"command\":\"/consoleme\",\"text\":\"whoami\",\"event\":{\"type\":\"message\"}}"
                        .formatted(TwinSettings.TEAM);
        // When
        int status = status(raw(JSON, event));
        // Then: Bolt has no listener for it
        assertThat(status).isBetween(200, 499);
        assertThat(door.answers()).isZero();
        assertThat(door.twin.outbound().to("users.info")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"view_submission", "shortcut", "block_suggestion", "nonsense"})
    void slackT10_anInteractionThatWeDoNotKnowHasNoEffect(String type) {
        // When
        int status = status(click(payload().put("type", type)));
        // Then
        assertThat(status).isNotEqualTo(200);
        assertThat(door.answers()).isZero();
    }

    @Test
    void slackT43_aButtonThatWeNeverMadeHasNoEffect() {
        // Given
        ObjectNode payload = payload();
        ((ObjectNode) payload.path("actions").path(0)).put("action_id", "requests.approve");
        // When, Then
        assertThat(status(click(payload))).isEqualTo(404);
        assertThat(door.answers()).isZero();
    }

    @Test
    void slackT07_aBodyThatSaysItIsTooLongIsNotRead() throws Exception {
        Endless body = new Endless();
        assertThat(filtered(body, 10L << 20)).isEqualTo(413);
        assertThat(body.read).isZero();
        refusedAs("TooLarge");
    }

    @Test
    void slackT07_aBodyWithoutAnEndIsReadToTheLimitOnly() throws Exception {
        Endless body = new Endless();
        assertThat(filtered(body, -1)).isEqualTo(413);
        assertThat(body.read).isLessThanOrEqualTo((1 << 20) + 16_384);
        refusedAs("TooLarge");
    }

    @Test
    void slackT07_aBodyThatBreaksOffIsRefusedAsIncomplete() throws Exception {
        Endless body = new Endless();
        body.breaksAt = 1000;
        assertThat(filtered(body, -1)).isEqualTo(408);
        refusedAs("Incomplete");
    }

    private int filtered(Endless body, long length) throws Exception {
        ServletStub.Answer answer = new ServletStub.Answer();
        door.node.verifier.doFilter(
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

    private ObjectNode payload() {
        engineer.type("/consoleme creds billing-reader");
        CommandDraft click = engineer.composeClick(door.answer(), "Use");
        door.twin.outbound().clear();
        door.audit.clear();
        return (ObjectNode) Json.read(click.field("payload")).orElseThrow();
    }

    private CommandDraft click(ObjectNode payload) {
        return engineer.compose("/consoleme")
                .rawBody(
                        ("payload="
                                        + URLEncoder.encode(
                                                Json.write(payload), StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
    }

    private CommandDraft raw(String type, String body) {
        return engineer.compose("/consoleme")
                .header("Content-Type", type)
                .rawBody(body.getBytes(StandardCharsets.UTF_8));
    }

    private static int status(CommandDraft draft) {
        return draft.send().status();
    }

    private void refusedAs(String... causes) {
        assertThat(door.refusals(causes.length)).containsExactly(causes);
        assertThat(door.audit.events()).hasSize(causes.length);
        assertThat(door.answers()).isZero();
    }
}
