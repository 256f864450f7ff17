package org.consoleme.slacktwin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.http.Call;
import org.consoleme.slacktwin.http.Form;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.http.Reply;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClickTest {
    private static final Map<String, Object> TWO_BUTTONS =
            Map.of(
                    "text",
                    "choose",
                    "blocks",
                    List.of(row(button("one")), row(button("\"><two>"))));

    private final FakeApp app =
            new FakeApp(
                    call ->
                            call.text().startsWith("payload=")
                                    ? Reply.plain(200, "not shown")
                                    : Reply.json(200, TWO_BUTTONS));
    private final TwinServer twin = TwinServer.start(TwinSettings.defaults(app.requestUrl()));
    private final Actor engineer = twin.actAs(TwinSettings.ENGINEER).in("general");

    private static Map<String, Object> row(Map<String, Object> button) {
        return Map.of("type", "actions", "elements", List.of(button));
    }

    private static Map<String, Object> button(String value) {
        return Map.of(
                "type",
                "button",
                "action_id",
                "x.use",
                "value",
                value,
                "text",
                Map.of("type", "plain_text", "text", "Use " + value));
    }

    @AfterEach
    void close() {
        twin.close();
        app.close();
    }

    @Test
    void aClickCarriesAllFieldsOfSlack() {
        // Given
        Message message = engineer.type("/consoleme creds").shown().orElseThrow();
        // When
        AppAnswer answer = engineer.click(message, "Use one");
        // Then
        JsonNode payload = payload(app.calls().getLast());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.shown()).isEmpty();
        assertThat(payload.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "type",
                        "token",
                        "user",
                        "api_app_id",
                        "container",
                        "trigger_id",
                        "team",
                        "enterprise",
                        "is_enterprise_install",
                        "channel",
                        "state",
                        "response_url",
                        "actions");
        assertThat(payload.at("/user/id").asText()).isEqualTo(TwinSettings.ENGINEER);
        assertThat(payload.at("/container/message_ts").asText()).isEqualTo(message.ts());
        assertThat(payload.at("/container/is_ephemeral").asBoolean()).isTrue();
        assertThat(payload.at("/actions/0/value").asText()).isEqualTo("one");
        assertThat(payload.at("/actions/0/block_id").asText()).isNotEmpty();
        assertThat(payload.at("/actions/0/action_ts").asText()).matches("\\d+\\.\\d{6}");
    }

    @Test
    void theResponseUrlOfAClickCanReplaceTheMessage() {
        // Given
        Message message = engineer.type("/consoleme creds").shown().orElseThrow();
        engineer.click(message, "Use one");
        // When
        Wire.post(
                payload(app.calls().getLast()).path("response_url").asText(),
                "{\"text\":\"done\",\"replace_original\":true}");
        // Then
        assertThat(twin.workspace().messages().in(TwinSettings.GENERAL, TwinSettings.ENGINEER))
                .singleElement()
                .satisfies(m -> assertThat(m.text()).isEqualTo("done"));
    }

    @Test
    void aClickThatTheAppDoesNotTakeIsSaid() {
        try (FakeApp broken = new FakeApp(call -> Reply.plain(503, ""))) {
            // Given
            Message message = engineer.type("/consoleme creds").shown().orElseThrow();
            twin.sendCommandsTo(broken.requestUrl());
            // When
            AppAnswer answer = engineer.click(message, "Use one");
            // Then
            assertThat(answer.shown().map(twin::draw))
                    .contains("The button \"Use one\" failed with the error \"dispatch_failed\"");
        }
    }

    @Test
    void nobodyClicksWhatTheyDoNotSeeOrWhatIsNotThere() {
        Message message = engineer.type("/consoleme creds").shown().orElseThrow();
        Actor approver = twin.actAs(TwinSettings.APPROVER).in("general");
        assertThatThrownBy(() -> approver.click(message, "Use one"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> engineer.click(message, "Approve"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePageDrawsButtonsAndClicksThem() {
        // Given
        engineer.type("/consoleme creds");
        Message message = twin.awaitEphemeral(TwinSettings.ENGINEER, Duration.ofSeconds(1));
        String html =
                Json.read(
                                Wire.get(
                                                twin.origin()
                                                        + "/page/view?user="
                                                        + TwinSettings.ENGINEER
                                                        + "&channel="
                                                        + TwinSettings.GENERAL)
                                        .body())
                        .orElseThrow()
                        .at("/messages/0/html")
                        .asText();
        // When
        HttpResponse<String> clicked = click(message, "\"><two>", twin.origin());
        HttpResponse<String> missing = click(message, "three", twin.origin());
        HttpResponse<String> foreign = click(message, "one", "http://evil.example");
        // Then
        assertThat(html)
                .contains(
                        "data-action=\"x.use\" data-value=\"one\"",
                        "data-value=\"&quot;&gt;&lt;two&gt;\"");
        assertThat(clicked.statusCode()).isEqualTo(200);
        assertThat(payload(app.calls().getLast()).at("/actions/0/value").asText())
                .isEqualTo("\"><two>");
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> click(Message message, String value, String origin) {
        return Wire.post(
                twin.origin() + "/page/click",
                Json.write(
                        Map.of(
                                "user",
                                TwinSettings.ENGINEER,
                                "channel",
                                TwinSettings.GENERAL,
                                "ts",
                                message.ts(),
                                "action",
                                "x.use",
                                "value",
                                value)),
                "Origin",
                origin);
    }

    private static JsonNode payload(Call call) {
        return Json.read(Form.parse(call.text()).get("payload")).orElseThrow();
    }
}
