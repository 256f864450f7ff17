package org.consoleme.slacktwin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwinPageTest {

    private static final TwinSettings SETTINGS =
            TwinSettings.defaults(URI.create("http://127.0.0.1:9/"));
    private static final String TYPED = "{\"user\":\"%s\",\"channel\":\"%s\",\"line\":\"%s\"}";

    @Test
    void whatIsTypedOnThePageIsAnsweredOnThePage() {
        try (FakeApp app =
                        new FakeApp(call -> Reply.json(200, Map.of("text", "`weep file admin`")));
                TwinServer twin = TwinServer.start(TwinSettings.defaults(app.requestUrl()))) {
            HttpResponse<String> typed =
                    type(
                            twin,
                            TwinSettings.ENGINEER,
                            TwinSettings.GENERAL,
                            "/consoleme creds admin");
            JsonNode asker = view(twin, TwinSettings.ENGINEER);
            JsonNode other = view(twin, TwinSettings.APPROVER);

            assertThat(typed.statusCode()).isEqualTo(200);
            assertThat(asker.path("messages")).hasSize(1);
            assertThat(asker.at("/messages/0/ephemeral").asBoolean()).isTrue();
            assertThat(asker.at("/messages/0/html").asText())
                    .contains("<code class=\"code\">weep file admin</code>");
            assertThat(asker.at("/messages/0/sent/fits").asBoolean()).isTrue();
            assertThat(other.path("messages")).isEmpty();
        }
    }

    @Test
    void aCommandThatTheAppDoesNotHaveStaysInSlack() {
        try (FakeApp app = FakeApp.acknowledging();
                TwinServer twin = TwinServer.start(TwinSettings.defaults(app.requestUrl()))) {
            type(twin, TwinSettings.ENGINEER, TwinSettings.GENERAL, "/conzoleme creds");

            assertThat(app.calls()).isEmpty();
            assertThat(view(twin, TwinSettings.ENGINEER).at("/messages/0/plain").asText())
                    .contains("not a valid command");
        }
    }

    @Test
    void onlyThePageItselfMayType() {
        String body = TYPED.formatted(TwinSettings.ENGINEER, TwinSettings.GENERAL, "hi");
        try (TwinServer twin = TwinServer.start(SETTINGS)) {
            String url = twin.origin() + "/page/type";

            assertThat(Wire.post(url, body).statusCode()).isEqualTo(403);
            assertThat(Wire.post(url, body, "Origin", "http://evil.example").statusCode())
                    .isEqualTo(403);
            assertThat(
                            Wire.post(
                                            url,
                                            body,
                                            "Origin",
                                            twin.origin(),
                                            "Sec-Fetch-Site",
                                            "cross-site")
                                    .statusCode())
                    .isEqualTo(403);
            assertThat(
                            Wire.post(
                                            url,
                                            body,
                                            "Origin",
                                            twin.origin(),
                                            "Content-Type",
                                            "text/plain")
                                    .statusCode())
                    .isEqualTo(403);
            assertThat(Wire.get(url).statusCode()).isEqualTo(405);
            assertThat(type(twin, TwinSettings.ENGINEER, TwinSettings.APPROVALS, "hi").statusCode())
                    .isEqualTo(400);
            assertThat(Wire.get(twin.origin() + "/page/view?user=U0NOBODY01").statusCode())
                    .isEqualTo(404);
            assertThat(type(twin, "U0NOBODY01", TwinSettings.GENERAL, "hi").statusCode())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "127.0.0.1.evil.example",
                "169.254.169.254",
                ""
            })
    void otherHostNamesAreNotAnswered(String host) {
        try (TwinServer twin = TwinServer.start(SETTINGS)) {
            assertThat(statusFor(twin, host))
                    .isIn("HTTP/1.1 421 Misdirected Request", "HTTP/1.1 421 ", "HTTP/1.1 421");
            assertThat(statusFor(twin, "localhost")).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/twin.css",
                "/twin.js",
                "/pane.js",
                "/message.js",
                "/guide.js",
                "/completion.js",
                "/modal.css",
                "/modal.js",
                "/fields.js",
                "/typeahead.js",
                "/confirm.js",
                "/strip.js",
                "/home.js",
                "/wire.js",
                "/icon.svg"
            })
    void thePageIsServedUnderAStrictPolicy(String path) {
        try (TwinServer twin = TwinServer.start(SETTINGS)) {
            HttpResponse<String> file = Wire.get(twin.origin() + path);

            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'");
        }
    }

    @Test
    void largeBodiesAreRefused() {
        try (TwinServer twin = TwinServer.start(SETTINGS)) {
            String large = "\"" + "x".repeat(1 << 20) + "\"";

            assertThat(Wire.post(twin.apiUrl() + "chat.postMessage", large).statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void conversationsOutliveARestart(@TempDir Path folder) throws IOException {
        TwinSettings kept = SETTINGS.withStateFile(folder.resolve("slack/twin.json"));
        try (TwinServer first = TwinServer.start(kept)) {
            first.actAs(TwinSettings.ENGINEER).in("general").say("before");
            first.actAs(TwinSettings.ENGINEER).say("to the app");
        }
        try (TwinServer second =
                TwinServer.start(
                        kept.withPeople(SETTINGS.people().reversed(), SETTINGS.channels()))) {
            second.actAs(TwinSettings.ENGINEER).in("general").say("after");

            assertThat(
                            view(second, TwinSettings.ENGINEER)
                                    .path("messages")
                                    .findValuesAsText("plain"))
                    .containsExactly("before", "after");
            assertThat(second.workspace().messages().all()).hasSize(3);
            assertThat(view(second, TwinSettings.ENGINEER, "").at("/messages/0/plain").asText())
                    .isEqualTo("to the app");
            assertThat(view(second, TwinSettings.ADMIN, "").path("messages")).isEmpty();
            assertThat(folder.resolve("slack/twin.json.next")).doesNotExist();
        }
    }

    @Test
    void aBrokenStateFileIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("twin.json"), "{\"version\":");

        assertThatThrownBy(() -> TwinServer.start(SETTINGS.withStateFile(file)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("delete " + file);
    }

    private static HttpResponse<String> type(
            TwinServer twin, String user, String channel, String line) {
        return Wire.post(
                twin.origin() + "/page/type",
                TYPED.formatted(user, channel, line),
                "Origin",
                twin.origin());
    }

    private static JsonNode view(TwinServer twin, String user) {
        return view(twin, user, TwinSettings.GENERAL);
    }

    private static JsonNode view(TwinServer twin, String user, String channel) {
        String url = twin.origin() + "/page/view?user=" + user + "&channel=" + channel;
        return Json.read(Wire.get(url).body()).orElseThrow();
    }

    /** The JDK's client writes its own Host header, so this one speaks for itself. */
    private static String statusFor(TwinServer twin, String host) {
        try (Socket socket =
                new Socket(
                        InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                        URI.create(twin.origin()).getPort())) {
            String request =
                    "GET /page/start HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
