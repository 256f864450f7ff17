package org.consoleme.slacktwin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.command.Signer;
import org.consoleme.slacktwin.http.Call;
import org.consoleme.slacktwin.http.Form;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsTest {

    private final FakeApp app = FakeApp.acknowledging();
    private final TwinServer twin =
            TwinServer.start(
                    TwinSettings.defaults(app.requestUrl())
                            .withEvents("app_home_opened", "message.channels"));
    private final Actor engineer = twin.actAs(TwinSettings.ENGINEER);

    @AfterEach
    void close() {
        twin.close();
        app.close();
    }

    @Test
    void anEventIsSignedJsonAndItsRetryHasTheSameId() {
        CommandDraft opened = engineer.composeOpenHome();
        opened.send();
        opened.retried(1, "http_timeout").send();

        Call first = app.calls().getFirst();
        Call retry = app.calls().getLast();
        JsonNode body = Json.read(first.text()).orElseThrow();
        assertThat(first.mediaType()).isEqualTo("application/json");
        assertThat(first.header("X-Slack-Retry-Num")).isEmpty();
        assertThat(first.header("X-Slack-Signature"))
                .contains(
                        new Signer(TwinSettings.defaults(app.requestUrl()).signingSecret())
                                .sign(
                                        first.header("X-Slack-Request-Timestamp").orElseThrow(),
                                        first.text().getBytes(StandardCharsets.UTF_8)));
        assertThat(body.path("type").asText()).isEqualTo("event_callback");
        assertThat(body.at("/event/type").asText()).isEqualTo("app_home_opened");
        assertThat(body.at("/event/tab").asText()).isEqualTo("home");
        assertThat(body.path("event_id").asText()).matches("Ev[0-9A-F]{9}");
        assertThat(retry.header("X-Slack-Retry-Num")).contains("1");
        assertThat(retry.header("X-Slack-Retry-Reason")).contains("http_timeout");
        assertThat(retry.text()).isEqualTo(first.text());
    }

    @Test
    void theAppHearsWhatIsSaidWhereItSubscribedAndIsAMember() {
        Message said = engineer.in("general").say("hello");
        engineer.in("general").reply(said, "more");
        engineer.say("to the app, which did not subscribe to direct messages");

        assertThat(app.calls()).hasSize(2);
        JsonNode reply = Json.read(app.calls().getLast().text()).orElseThrow().path("event");
        assertThat(reply.path("type").asText()).isEqualTo("message");
        assertThat(reply.path("thread_ts").asText()).isEqualTo(said.ts());
        assertThat(reply.path("channel_type").asText()).isEqualTo("channel");
    }

    @Test
    void aGlobalShortcutKnowsNoChannelAndOneOnAMessageKnowsTheMessage() {
        Message said = engineer.in("general").say("please");
        engineer.shortcut("requests.ask");
        JsonNode global = payload();
        engineer.in("general").shortcut("requests.why", said);
        JsonNode onMessage = payload();

        assertThat(global.path("type").asText()).isEqualTo("shortcut");
        assertThat(global.path("callback_id").asText()).isEqualTo("requests.ask");
        assertThat(global.path("trigger_id").asText()).isNotEmpty();
        assertThat(global.has("channel")).isFalse();
        assertThat(global.has("response_url")).isFalse();
        assertThat(onMessage.path("type").asText()).isEqualTo("message_action");
        assertThat(onMessage.at("/message/text").asText()).isEqualTo("please");
        assertThat(onMessage.path("response_url").asText()).startsWith(twin.origin());
    }

    @Test
    void aTestBendsAPayloadBeforeItIsSigned() {
        engineer.composeShortcut("requests.ask").bend(p -> p.put("callback_id", "tampered")).send();
        twin.event(Json.object().put("type", "channel_shared").put("channel", "C0APPROVAL"))
                .bend(b -> b.put("team_id", "T0OTHER"))
                .send();

        JsonNode event = Json.read(app.calls().getLast().text()).orElseThrow();
        assertThat(Json.read(fields(app.calls().getFirst())).orElseThrow().path("callback_id"))
                .hasToString("\"tampered\"");
        assertThat(event.path("team_id").asText()).isEqualTo("T0OTHER");
        assertThat(event.at("/event/type").asText()).isEqualTo("channel_shared");
    }

    private JsonNode payload() {
        return Json.read(fields(app.calls().getLast())).orElseThrow();
    }

    private static String fields(Call call) {
        return Form.parse(call.text()).get("payload");
    }
}
