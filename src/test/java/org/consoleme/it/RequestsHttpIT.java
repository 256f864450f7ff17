package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests as the console makes and decides them, and what no door takes, through the server. */
class RequestsHttpIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private final Person engineer = Person.engineer(STACK.server());
    private final Person approver = Person.approver(STACK.server());
    private String role;

    @BeforeEach
    void findARole() {
        role = "arn:aws:iam::" + STACK.account("sandbox") + ":role/admin";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> engineer.get("/api/v3/roles").must(200).body().contains(role));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("10 MB", ("{\"a\":\"" + "x".repeat(10_000_000) + "\"}"), 413),
                Arguments.of("deep nesting", "[".repeat(100_000), 400),
                Arguments.of("a key twice", "{\"dry_run\":true,\"dry_run\":false}", 400),
                Arguments.of("no JSON", "changes", 400),
                Arguments.of("nothing", "", 400),
                Arguments.of("a list", "[]", 400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void badInputIsRefusedInBoundedTime(String what, String body, int status) {
        for (String path :
                List.of("/api/v2/request", "/api/v3/requests", "/api/v3/policies/check")) {
            long begun = System.nanoTime();
            Reply reply = engineer.post(path, body);
            assertThat(reply.status()).as("%s %s: %s", what, path, reply).isEqualTo(status);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void badUtf8IsRefused() {
        String body = PolicyRequests.body(new PolicyRequests(role).attach("a"));
        byte[] broken = body.getBytes(StandardCharsets.UTF_8);
        broken[body.indexOf("GetObject")] = (byte) 0xC3;

        assertThat(engineer.post("/api/v2/request", broken).status()).isEqualTo(400);
        assertThat(engineer.post("/api/v2/policies/check", broken).status()).isEqualTo(400);
    }

    @Test
    void aRoleForATimeIsAskedForApprovedUsedAndReturnedInTheConsole() {
        JsonNode askable =
                engineer.get("/api/v3/askable-roles?q=experiment+sandbox").must(200).json();
        String arn = askable.at("/roles/0/arn").asText();
        JsonNode ruling =
                engineer.post("/api/v3/rules", "{\"role\":\"" + arn + "\",\"kind\":\"role\"}")
                        .must(200)
                        .json();
        assertThat(ruling.path("rule").asText()).isEqualTo("test and sandbox");
        assertThat(ruling.path("maxMinutes").asInt()).isEqualTo(480);

        JsonNode opened =
                engineer.post(
                                "/api/v3/requests",
                                "{\"role\":\""
                                        + arn
                                        + "\",\"changes\":[{\"kind\":\"role\",\"minutes\":60}],"
                                        + "\"justification\":\"to try it\",\"onceKey\":\""
                                        + UUID.randomUUID()
                                        + "\"}")
                        .must(201)
                        .json();
        String id = opened.path("id").asText();
        assertThat(opened.at("/rights/approve").asBoolean(true)).isFalse();
        assertThat(ids(approver.get("/api/v3/inbox").must(200).json())).contains(id);

        approver.post(
                        "/api/v3/requests/" + id + "/decision",
                        "{\"verdict\":\"approve\",\"hash\":\""
                                + opened.path("hash").asText()
                                + "\"}")
                .must(200);

        await().atMost(Duration.ofSeconds(15))
                .until(() -> detail(id).path("state").asText().equals("applied"));
        String grant = detail(id).at("/grant/id").asText();
        assertThat(grants().toString()).contains(grant);
        engineer.post("/api/v3/grants/" + grant + "/return", "").must(200);
        assertThat(engineer.get("/api/v3/grants").json().path("live").toString())
                .doesNotContain(grant);
    }

    @Test
    void aDecisionOnAnotherHashIsRefused() {
        String id = created();

        Reply reply =
                approver.post(
                        "/api/v3/requests/" + id + "/decision",
                        "{\"verdict\":\"approve\",\"hash\":\"0000\"}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(detail(id).path("state").asText()).isEqualTo("pending");
    }

    @Test
    void anOpenConsoleHearsOfAChange() throws Exception {
        String id = created();
        List<String> lines = new CopyOnWriteArrayList<>();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<Stream<String>> stream =
                    client.send(
                            HttpRequest.newBuilder(
                                            STACK.server().resolve(URI.create("/api/v3/events")))
                                    .header("user_header", "engineer@example.com")
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines());
            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(stream.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            Thread reader = Thread.ofVirtual().start(() -> stream.body().forEach(lines::add));

            PolicyRequests.comment(approver, id, "seen").must(200);

            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(
                            () -> assertThat(lines).contains("data: {\"id\":\"" + id + "\"}"));
            assertThat(lines).contains("event: request");
            client.shutdownNow();
            reader.join(Duration.ofSeconds(5));
        }
    }

    private String created() {
        return PolicyRequests.asked(
                engineer, new PolicyRequests(role).attach(PolicyRequests.name()));
    }

    private JsonNode detail(String id) {
        return engineer.get("/api/v3/requests/" + id).must(200).json();
    }

    private JsonNode grants() {
        return engineer.get("/api/v3/grants").must(200).json().path("live");
    }

    private static List<String> ids(JsonNode inbox) {
        return StreamSupport.stream(inbox.path("requests").spliterator(), false)
                .map(request -> request.path("id").asText())
                .toList();
    }
}
