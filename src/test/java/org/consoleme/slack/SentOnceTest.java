package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client has reasons of its own to send a request again; none of them counts here. */
class SentOnceTest {
    private final AtomicInteger posts = new AtomicInteger();
    private HttpServer server;

    @AfterEach
    void close() {
        server.stop(0);
    }

    private String answering(int status, String header, String value) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        server.createContext(
                "/",
                exchange -> {
                    posts.incrementAndGet();
                    exchange.getRequestBody().readAllBytes();
                    exchange.getResponseHeaders()
                            .add(header, header.equals("Location") ? url + "again" : value);
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        return url;
    }

    @ParameterizedTest
    @CsvSource({
        "503, Retry-After, 0",
        "408, Retry-After, 0",
        "307, Location, again",
        "308, Location, again"
    })
    void whatSlackAnswersDoesNotMakeTheClientSendItTwice(int status, String header, String value)
            throws IOException {
        Request post =
                new Request.Builder()
                        .url(answering(status, header, value))
                        .post(RequestBody.create("x=1", MediaType.get("text/plain")))
                        .build();

        try (Response answer = SentOnce.in(new OkHttpClient()).newCall(post).execute()) {
            assertThat(answer.code()).isEqualTo(status);
        }

        assertThat(posts).hasValue(1);
    }
}
