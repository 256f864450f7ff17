package org.consoleme.slacktwin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.command.SignedRequest;
import org.consoleme.slacktwin.command.Signer;
import org.consoleme.slacktwin.http.Call;
import org.consoleme.slacktwin.http.Form;
import org.consoleme.slacktwin.http.Reply;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackTeam;
import org.junit.jupiter.api.Test;

class SlashCommandTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aCommandCarriesAllFieldsOfSlackAndAValidSignature() {
        try (FakeApp app = FakeApp.acknowledging();
                TwinServer twin =
                        TwinServer.start(
                                TwinSettings.defaults(app.requestUrl())
                                        .withClock(new TickingClock(NOON))
                                        .withTeam(
                                                SlackTeam.standalone("T1", "Example", "example")
                                                        .in("E1", "Corp")))) {
            AppAnswer answer =
                    twin.actAs(TwinSettings.ENGINEER)
                            .in("#general")
                            .type("/consoleme creds *admin* é+😀 100%");

            Call call = app.calls().getFirst();
            Map<String, String> fields = Form.parse(call.text());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.shown()).isEmpty();
            assertThat(fields.keySet())
                    .containsExactly(
                            "token",
                            "team_id",
                            "team_domain",
                            "enterprise_id",
                            "enterprise_name",
                            "channel_id",
                            "channel_name",
                            "user_id",
                            "user_name",
                            "command",
                            "text",
                            "api_app_id",
                            "is_enterprise_install",
                            "response_url",
                            "trigger_id");
            assertThat(fields)
                    .containsEntry("text", "creds *admin* é+😀 100%")
                    .containsEntry("command", "/consoleme")
                    .containsEntry("enterprise_id", "E1")
                    .containsEntry("channel_name", "general");
            assertThat(fields.get("response_url")).startsWith(twin.origin() + "/response/");
            assertThat(call.header("X-Slack-Request-Timestamp")).contains("1772366400");
            assertThat(call.header("X-Slack-Signature"))
                    .contains(
                            new Signer(TwinSettings.defaults(app.requestUrl()).signingSecret())
                                    .sign(
                                            "1772366400",
                                            call.text().getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void aTestCanBendEveryPartOfACommandAndSendItTwice() {
        try (FakeApp app = FakeApp.acknowledging();
                TwinServer twin = TwinServer.start(TwinSettings.defaults(app.requestUrl()))) {
            SignedRequest bent =
                    twin.actAs(TwinSettings.ENGINEER)
                            .compose("/consoleme whoami")
                            .signedWith("another secret")
                            .timestamp("-1")
                            .field("team_id", "TOTHER")
                            .without("api_app_id")
                            .header("X-Slack-Retry-Num", "1")
                            .prepare();
            AppAnswer first = twin.send(bent);
            AppAnswer second = twin.send(bent);
            twin.actAs(TwinSettings.ENGINEER)
                    .compose("/consoleme")
                    .rawBody(new byte[] {'x'})
                    .send();

            assertThat(List.of(first.status(), second.status())).containsExactly(200, 200);
            assertThat(app.calls().get(0).text()).isEqualTo(app.calls().get(1).text());
            assertThat(Form.parse(app.calls().getFirst().text()))
                    .containsEntry("team_id", "TOTHER")
                    .doesNotContainKey("api_app_id");
            assertThat(app.calls().getFirst().header("X-Slack-Retry-Num")).contains("1");
            assertThat(app.calls().getFirst().header("X-Slack-Signature"))
                    .contains(new Signer("another secret").sign("-1", bent.body()));
            assertThat(app.calls().getLast().text()).isEqualTo("x");
        }
    }

    @Test
    void anAnswerIsSeenByTheAskerAlone() {
        try (FakeApp app = new FakeApp(call -> Reply.json(200, Map.of("text", "for you")));
                TwinServer twin = TwinServer.start(TwinSettings.defaults(app.requestUrl()))) {
            AppAnswer answer =
                    twin.actAs(TwinSettings.ENGINEER).in("general").type("/consoleme whoami");

            Message shown = twin.awaitEphemeral(TwinSettings.ENGINEER, Duration.ofSeconds(1));
            assertThat(answer.shown()).contains(shown);
            assertThat(twin.draw(shown)).isEqualTo("for you");
            assertThat(twin.workspace().messages().in(TwinSettings.GENERAL, TwinSettings.ENGINEER))
                    .hasSize(1);
            assertThat(twin.workspace().messages().in(TwinSettings.GENERAL, TwinSettings.APPROVER))
                    .isEmpty();
            assertThat(twin.outbound().to("acknowledgement")).hasSize(1);
            assertThatThrownBy(
                            () -> twin.awaitEphemeral(TwinSettings.ENGINEER, Duration.ofMillis(1)))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void anAnswerInChannelShowsTheCommandToo() {
        try (FakeApp app =
                        new FakeApp(
                                call ->
                                        Reply.json(
                                                200,
                                                Map.of(
                                                        "response_type",
                                                        "in_channel",
                                                        "text",
                                                        "hello")));
                TwinServer twin = TwinServer.start(TwinSettings.defaults(app.requestUrl()))) {
            twin.actAs(TwinSettings.ENGINEER).in("general").type("/consoleme hi");

            assertThat(
                            twin
                                    .workspace()
                                    .messages()
                                    .in(TwinSettings.GENERAL, TwinSettings.APPROVER)
                                    .stream()
                                    .map(Message::text))
                    .containsExactly("/consoleme hi", "hello");
        }
    }

    @Test
    void aFailureOfTheAppIsToldInSlacksWords() {
        String tooLong = "x".repeat(3001);
        Map<String, Object> section =
                Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", tooLong));
        try (FakeApp broken = new FakeApp(call -> Reply.plain(500, "oops"));
                FakeApp wordy =
                        new FakeApp(call -> Reply.json(200, Map.of("blocks", List.of(section))));
                TwinServer twin = TwinServer.start(TwinSettings.defaults(broken.requestUrl()))) {
            Actor engineer = twin.actAs(TwinSettings.ENGINEER);
            AppAnswer refused = engineer.type("/consoleme creds");
            twin.sendCommandsTo(wordy.requestUrl());
            AppAnswer invalid = engineer.type("/consoleme creds");
            twin.sendCommandsTo(URI.create("http://127.0.0.1:9/"));
            AppAnswer gone = engineer.type("/consoleme creds");

            assertThat(refused.shown().map(twin::draw))
                    .contains("/consoleme failed with the error \"dispatch_failed\"");
            assertThat(invalid.error()).isEqualTo("invalid_command_response");
            assertThat(twin.outbound().to("acknowledgement").getLast().reasons())
                    .contains(
                            "must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
            assertThat(gone.error()).isEqualTo("dispatch_failed");
        }
    }

    @Test
    void afterThreeSecondsSlackGivesUp() {
        CountDownLatch end = new CountDownLatch(1);
        try (FakeApp slow =
                        new FakeApp(
                                call -> {
                                    hold(end);
                                    return Reply.plain(200, "too late");
                                });
                TwinServer twin = TwinServer.start(TwinSettings.defaults(slow.requestUrl()))) {
            AppAnswer answer = twin.actAs(TwinSettings.ENGINEER).type("/consoleme creds");
            end.countDown();

            assertThat(answer.error()).isEqualTo("operation_timeout");
            assertThat(answer.shown().map(twin::draw))
                    .contains("/consoleme failed with the error \"operation_timeout\"");
        }
    }

    private static void hold(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
