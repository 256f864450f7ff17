package org.consoleme.slack.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.slack.SlackSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T-68: where an answer may go. */
class OurResponseUrlTest {
    private final List<String> called = new CopyOnWriteArrayList<>();
    private final HttpServer server = server();
    private final String origin = "http://127.0.0.1:" + server.getAddress().getPort();
    private final SlackMessage message = new SlackMessage().line(plain("hello"));

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.slack.com/commands/1",
                "https://hooks.slack.com:8443/commands/1",
                "https://hooks.slack.com.evil.example/",
                "https://evil.example/hooks.slack.com",
                "https://hooks.slack.com@evil.example/",
                "https://evil.example#hooks.slack.com",
                "https://user:password@hooks.slack.com/",
                "https://169.254.169.254/latest/meta-data",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]:80/",
                "https://[fe80::1%25eth0]/",
                "https://[::ffff:169.254.169.254]/",
                "https://0x7f000001/",
                "https://hooks_slack_com/",
                "https://hooks.slack.com\\@evil.example/",
                "https://hooks.slack.com%2eevil.example/",
                "https:hooks.slack.com/x",
                "//hooks.slack.com/x",
                "file:///etc/passwd",
                "jar:https://hooks.slack.com!/",
                "hooks.slack.com",
                " https://hooks.slack.com/",
                ""
            })
    void slackT68_anAddressThatIsNotSlacksIsNotOurs(String url) {
        assertThat(ResponseUrl.target(url, URI.create("https://slack.com/api/"))).isEmpty();
    }

    @Test
    void slackT68_slacksOwnAndTheConfiguredHostAre() {
        URI usual = URI.create("https://slack.com/api/");
        assertThat(ResponseUrl.target("https://hooks.slack.com/commands/T/1/x", usual)).isPresent();
        assertThat(ResponseUrl.target("https://slack.com/x", usual)).isPresent();
        assertThat(ResponseUrl.target("http://[::1]:80/x", URI.create("http://[::1]:80/api/")))
                .isPresent();
        assertThat(ResponseUrl.target(null, usual)).isEmpty();
    }

    @Test
    void slackT68_anotherPortOfTheSameMachineIsNotCalled() {
        // Given
        ResponseUrl answers = answers("http://127.0.0.1:9/api/");
        // When
        answers.answer(origin + "/response/1", message);
        // Then
        assertThat(called).isEmpty();
    }

    @Test
    void slackT68_aRedirectIsNotFollowed() {
        // When
        answers(origin + "/api/").answer(origin + "/redirect", message);
        // Then
        assertThat(called).containsExactly("/redirect");
    }

    @Test
    void aRefusalOrNoAnswerStopsNobody() {
        answers(origin + "/api/").answer(origin + "/refused", message);
        answers("http://127.0.0.1:9/api/").answer("http://127.0.0.1:9/response/1", message);
        assertThat(called).containsExactly("/refused");
    }

    private ResponseUrl answers(String api) {
        return new ResponseUrl(
                SlackSettings.from(new MapConfiguration(Map.of("slack.api_url", api))));
    }

    private HttpServer server() {
        try {
            HttpServer made =
                    HttpServer.create(
                            new InetSocketAddress(
                                    InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0),
                            0);
            made.createContext(
                    "/",
                    exchange -> {
                        String path = exchange.getRequestURI().getPath();
                        called.add(path);
                        exchange.getResponseHeaders().set("Location", "/elsewhere");
                        exchange.sendResponseHeaders(path.equals("/redirect") ? 307 : 500, -1);
                        exchange.close();
                    });
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
