package org.consoleme.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.local.seed.SeededAccount;
import org.consoleme.testing.BesideOthers;
import org.consoleme.testing.RedisServerExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;

/** The dependencies of the stack, for real, on ports and in a folder of their own. */
@BesideOthers
class LocalStackPartsIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    @TempDir private Path folder;

    @Test
    void theDemoOrganizationOutlivesARestartAndItsKeysOpenTheConsole() throws Exception {
        // Given
        List<SeededAccount> before;
        Map<String, String> keys;
        try (LocalStackParts parts = LocalStackParts.open(settings())) {
            parts.startDependencies();
            before = parts.accounts();
            keys = parts.hubVariables();
        }

        // When
        StackSettings again = settings();
        try (LocalStackParts parts = LocalStackParts.open(again)) {
            parts.startAws();
            parts.startFederation();

            // Then
            assertThat(parts.accounts()).isEqualTo(before).hasSize(7);
            assertThat(parts.accounts())
                    .extracting(SeededAccount::status)
                    .containsOnlyOnce("SUSPENDED");
            assertThat(parts.accounts())
                    .extracting(SeededAccount::name)
                    .contains("hub")
                    .doesNotContain("master");
            assertTheStubTakesOnlyKeysThatAwsKnows(again.federationAddress(), keys);
        }
    }

    @Test
    void startingOverEmptiesTheStacksOwnStateAndNobodyElses() throws Exception {
        int theirPort = RedisServerExtension.freePort();
        RedisServer theirs = RedisServerExtension.server(theirPort);
        theirs.start();
        try {
            put(theirPort);
            StackSettings first = settings();
            try (LocalStackParts parts = LocalStackParts.open(first)) {
                parts.startRedis();
                put(first.ports().redis());
            }

            StackSettings second = settings();
            try (LocalStackParts parts = LocalStackParts.open(second)) {
                parts.startOver();
                parts.startRedis();

                assertThat(isThere(second.ports().redis())).isFalse();
            }
            assertThat(isThere(theirPort)).isTrue();
        } finally {
            theirs.stop();
        }
    }

    /** Liberty itself would go on, and call itself ready. */
    @Test
    void aWrongConfigurationEndsTheStartAtOnceAndIsNamed() throws Exception {
        StackSettings settings = settings();
        Path wrong =
                Files.writeString(
                        folder.resolve("wrong.yaml"), "slack: {bot_token: xoxb-without-secret}\n");
        try (LocalStackParts parts = LocalStackParts.open(settings)) {
            assertThatThrownBy(
                            () ->
                                    parts.startServer(
                                            new ServerVariant(
                                                    ServerVariant.local().overrides(),
                                                    Optional.of(wrong),
                                                    Map.of())))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("server did not start")
                    .hasMessageContaining("slack.signing_secret");
        }
    }

    private static void put(int port) {
        try (Jedis redis = new Jedis("127.0.0.1", port)) {
            redis.set("precious", "x");
        }
    }

    private static boolean isThere(int port) {
        try (Jedis redis = new Jedis("127.0.0.1", port)) {
            return redis.exists("precious");
        }
    }

    private static void assertTheStubTakesOnlyKeysThatAwsKnows(
            URI federation, Map<String, String> keys) throws Exception {
        HttpResponse<String> token = signinToken(federation, session(keys, "AWS_ACCESS_KEY_ID"));
        assertThat(token.statusCode()).isEqualTo(200);
        String value = new ObjectMapper().readTree(token.body()).get("SigninToken").textValue();

        HttpResponse<String> page =
                get(federation, "Action=login&Destination=%3Cscript%3E&SigninToken=" + value);
        assertThat(page.body())
                .contains("You would now be in the AWS console as", "ConsoleMeHub", "123456789012")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");

        for (String malformed : List.of("", "{}", "[]", "nonsense", "{\"sessionId\": 1}")) {
            assertThat(signinToken(federation, malformed).statusCode())
                    .as(malformed)
                    .isEqualTo(400);
        }
        String unknown = session(keys, "AWS_ACCESS_KEY_ID").replaceFirst("ASIA.{4}", "ASIAAAAA");
        assertThat(signinToken(federation, unknown).statusCode()).isEqualTo(400);
        assertThat(get(federation, "Action=login&SigninToken=guess").statusCode()).isEqualTo(400);
    }

    private static String session(Map<String, String> keys, String id) throws IOException {
        return new ObjectMapper()
                .writeValueAsString(
                        Map.of(
                                "sessionId", keys.get(id),
                                "sessionKey", keys.get("AWS_SECRET_ACCESS_KEY"),
                                "sessionToken", keys.get("AWS_SESSION_TOKEN")));
    }

    private static HttpResponse<String> signinToken(URI federation, String session)
            throws Exception {
        return get(
                federation,
                "Action=getSigninToken&Session="
                        + URLEncoder.encode(session, StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> get(URI federation, String query) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(federation + "?" + query)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private StackSettings settings() {
        return StackSettings.forTest(PROJECT, folder);
    }
}
