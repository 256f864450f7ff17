package org.consoleme.slacktwin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketModeTest {

    private static final TwinSettings SETTINGS =
            TwinSettings.defaults(URI.create("http://127.0.0.1:9/")).withSocketMode();

    private final HttpClient http = HttpClient.newHttpClient();
    private final TwinServer twin = TwinServer.start(SETTINGS);

    @AfterEach
    void close() {
        twin.close();
        http.shutdownNow();
    }

    /** What an app does with a socket: keeps what came, and acknowledges what it is told to. */
    private static final class App implements WebSocket.Listener {
        private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
        private final Predicate<JsonNode> acknowledges;
        private final StringBuilder part = new StringBuilder();
        private volatile boolean closed;

        App(Predicate<JsonNode> acknowledges) {
            this.acknowledges = acknowledges;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            CompletionStage<?> done = null;
            if (last) {
                JsonNode message = Json.read(part.toString()).orElseThrow();
                part.setLength(0);
                heard.add(message);
                if (message.has("envelope_id") && acknowledges.test(message)) {
                    done = socket.sendText(acknowledgement(message), true);
                }
            }
            socket.request(1);
            return done;
        }

        private static String acknowledgement(JsonNode envelope) {
            var ack = Json.object().put("envelope_id", envelope.path("envelope_id").asText());
            return Json.write(ack.set("payload", Json.object().put("text", "over the socket")));
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed = true;
            return null;
        }

        List<String> envelopes() {
            return heard.stream()
                    .filter(m -> m.has("envelope_id"))
                    .map(m -> m.path("envelope_id").asText())
                    .toList();
        }
    }

    private App connect(Predicate<JsonNode> acknowledges) {
        int before = twin.sockets().connections();
        App app = new App(acknowledges);
        http.newWebSocketBuilder().buildAsync(URI.create(address()), app).join();
        Awaitility.await().until(() -> twin.sockets().connections() == before + 1);
        return app;
    }

    private String address() {
        return Json.read(open(SETTINGS.app().appToken())).orElseThrow().path("url").asText();
    }

    private String open(String token) {
        return Wire.post(
                        twin.apiUrl() + "apps.connections.open",
                        "{}",
                        "Authorization",
                        "Bearer " + token)
                .body();
    }

    @Test
    void aCommandComesInAnEnvelopeAndTheAcknowledgementIsShown() {
        App app = connect(m -> true);
        AppAnswer answer = twin.actAs(TwinSettings.ENGINEER).type("/consoleme whoami");

        JsonNode envelope = app.heard.getLast();
        assertThat(app.heard.getFirst().path("type").asText()).isEqualTo("hello");
        assertThat(envelope.path("type").asText()).isEqualTo("slash_commands");
        assertThat(envelope.path("accepts_response_payload").asBoolean()).isTrue();
        assertThat(envelope.at("/payload/text").asText()).isEqualTo("whoami");
        assertThat(answer.shown().map(twin::draw)).contains("over the socket");
    }

    @Test
    void anEventCarriesItsRetry() {
        App app = connect(m -> true);
        twin.actAs(TwinSettings.ENGINEER).composeOpenHome().retried(2, "http_timeout").send();

        JsonNode envelope = app.heard.getLast();
        assertThat(envelope.path("type").asText()).isEqualTo("events_api");
        assertThat(envelope.path("retry_attempt").asInt()).isEqualTo(2);
        assertThat(envelope.at("/payload/event/type").asText()).isEqualTo("app_home_opened");
    }

    @Test
    void anEnvelopeWhoseAcknowledgementWasLostComesAgain() {
        App app = connect(m -> true);
        twin.sockets().loseAcknowledgements(1);
        AppAnswer answer = twin.actAs(TwinSettings.ENGINEER).type("/consoleme whoami");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(app.envelopes()).hasSize(2);
        assertThat(app.envelopes().stream().distinct()).hasSize(1);
        assertThat(twin.sockets().deliveries()).isEqualTo(2);
    }

    @Test
    void whenASocketBreaksTheSameEnvelopeGoesToAnother() {
        App deaf =
                connect(
                        m -> {
                            twin.sockets().breakOff();
                            return false;
                        });
        App other = new App(m -> true);
        Thread.ofVirtual()
                .start(
                        () -> {
                            Awaitility.await().until(() -> twin.sockets().connections() == 0);
                            http.newWebSocketBuilder()
                                    .buildAsync(URI.create(address()), other)
                                    .join();
                        });
        AppAnswer answer = twin.actAs(TwinSettings.ENGINEER).type("/consoleme whoami");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(deaf.envelopes()).isEqualTo(other.envelopes());
    }

    @Test
    void twoSocketsTakeTurnsAndAreAskedToRefresh() {
        App one = connect(m -> true);
        App two = connect(m -> true);
        Actor engineer = twin.actAs(TwinSettings.ENGINEER);
        engineer.type("/consoleme whoami");
        engineer.type("/consoleme help");
        assertThat(one.envelopes()).hasSize(1);
        assertThat(two.envelopes()).hasSize(1);

        twin.sockets().disconnect("refresh_requested");
        Awaitility.await().until(() -> one.closed && two.closed);
        assertThat(one.heard.getLast().path("reason").asText()).isEqualTo("refresh_requested");
        assertThat(engineer.type("/consoleme help").error()).isEqualTo("dispatch_failed");
    }

    @Test
    void onlyTheAppsOwnTokenOpensASocket() {
        assertThat(open(SETTINGS.app().botToken())).contains("not_allowed_token_type");
        assertThat(open("xapp-wrong")).contains("invalid_auth");
        assertThat(Wire.get(address().replace("ws://", "http://")).statusCode()).isEqualTo(403);
    }
}
