package org.consoleme.slacktwin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.consoleme.slacktwin.command.SignedRequest;
import org.consoleme.slacktwin.fault.Faults;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final TwinSettings SETTINGS =
            TwinSettings.defaults(URI.create("http://127.0.0.1:9/"));

    private final TwinServer twin = TwinServer.start(SETTINGS);

    @AfterEach
    void close() {
        twin.close();
    }

    @Test
    void aThrottledMethodSaysWhenToComeBackAndDoesNothing() {
        twin.faults().throttle("chat.postMessage", 1, Duration.ofSeconds(30));
        HttpResponse<String> throttled = post("one");
        HttpResponse<String> after = post("two");

        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).contains("30");
        assertThat(throttled.body()).isEqualTo("{\"ok\":false,\"error\":\"ratelimited\"}");
        assertThat(after.body()).contains("\"ok\":true");
        assertThat(texts()).containsExactly("two");
        assertThat(twin.outbound().to("chat.postMessage"))
                .extracting("error")
                .containsExactly("ratelimited", "");
    }

    @Test
    void afterAnAnswerThatGotLostTheMessageStands() {
        twin.faults().breakOff("chat.postMessage", 1);
        assertThatThrownBy(() -> post("one")).isInstanceOf(UncheckedIOException.class);
        assertThat(texts()).containsExactly("one");
    }

    @Test
    void anAnswerThatNeverComesIsWaitedForUntilTheFaultsAreCleared() {
        twin.faults().loseAnswer("chat.postMessage", 1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<HttpResponse<String>> answer =
                    CompletableFuture.supplyAsync(() -> post("one"), threads);
            Awaitility.await().until(() -> texts().contains("one"));
            assertThat(answer).isNotDone();
            twin.faults().clear();
            assertThat(answer).failsWithin(Duration.ofSeconds(5));
        }
    }

    @Test
    void anyErrorCodeAndStatusCanBeHad() {
        twin.faults().refuse("chat.update", 1, "cant_update_message");
        twin.faults().fail(Faults.EVERY, 1, 503);

        assertThat(call("chat.update", "{}").body()).contains("cant_update_message");
        assertThat(call("auth.test", "{}").statusCode()).isEqualTo(503);
        assertThat(call("auth.test", "{}").statusCode()).isEqualTo(200);
        assertThat(twin.faults().left()).isZero();
    }

    @Test
    void callsOvertakeEachOther() {
        twin.faults().reverse("chat.postMessage", 2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(() -> post("first"), threads);
            Awaitility.await().until(() -> twin.faults().left() == 1);
            var second = CompletableFuture.supplyAsync(() -> post("second"), threads);
            CompletableFuture.allOf(first, second).join();
        }
        assertThat(texts()).containsExactly("second", "first");
    }

    @Test
    void manyRequestsGoAtOnce() {
        try (FakeApp app = FakeApp.acknowledging()) {
            twin.sendCommandsTo(app.requestUrl());
            SignedRequest request =
                    twin.actAs(TwinSettings.ENGINEER).compose("/consoleme help").prepare();
            var answers = twin.sendAtOnce(Collections.nCopies(20, request));

            assertThat(answers).hasSize(20).allMatch(a -> a.status() == 200);
            assertThat(app.calls()).hasSize(20);
        }
    }

    private HttpResponse<String> post(String text) {
        return call(
                "chat.postMessage",
                "{\"channel\":\"" + TwinSettings.GENERAL + "\",\"text\":\"" + text + "\"}");
    }

    private HttpResponse<String> call(String method, String body) {
        return Wire.post(
                twin.apiUrl() + method,
                body,
                "Authorization",
                "Bearer " + SETTINGS.app().botToken());
    }

    private List<String> texts() {
        return twin.workspace().messages().in(TwinSettings.GENERAL).stream()
                .map(Message::text)
                .toList();
    }
}
