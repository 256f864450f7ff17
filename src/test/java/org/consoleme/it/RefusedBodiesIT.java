package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no door takes, refused by the server in bounded time. */
class RefusedBodiesIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private static final List<String> DOORS =
            List.of("/api/v2/request", "/api/v3/requests", "/api/v3/policies/check");

    private final Person engineer = Person.engineer(STACK.server());

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
        for (String path : DOORS) {
            long begun = System.nanoTime();
            Reply reply = engineer.post(path, body);
            assertThat(reply.status()).as("%s %s: %s", what, path, reply).isEqualTo(status);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void badUtf8IsRefused() {
        String body =
                PolicyRequests.body(
                        new PolicyRequests("arn:aws:iam::200000000002:role/a").attach("a"));
        byte[] broken = body.getBytes(StandardCharsets.UTF_8);
        broken[body.indexOf("GetObject")] = (byte) 0xC3;

        for (String path : DOORS) {
            assertThat(engineer.post(path, broken).status()).as(path).isEqualTo(400);
        }
        assertThat(engineer.post("/api/v2/policies/check", broken).status()).isEqualTo(400);
    }

    /** What a body's first bytes say of its encoding may be wrong, or a lie. */
    @ParameterizedTest
    @ValueSource(strings = {"007b0000", "00007b00", "0000007b00110000", "0000007b0000"})
    void bytesOfNoEncodingAreRefused(String hex) {
        for (String path : DOORS) {
            Reply reply = engineer.post(path, HexFormat.of().parseHex(hex));
            assertThat(reply.status()).as("%s: %s", path, reply).isEqualTo(400);
        }
        assertThat(
                        engineer.post("/api/v3/requests", HexFormat.of().parseHex(hex))
                                .json()
                                .path("field")
                                .asText())
                .isEqualTo("body");
    }

    @Test
    void deepNestingInsideADocumentsTextIsRefused() {
        String deep = "{\\\"a\\\":".repeat(10_000);
        String role = "\"role\":\"arn:aws:iam::200000000002:role/a\"";

        Reply asked =
                engineer.post(
                        "/api/v3/requests",
                        "{"
                                + role
                                + ",\"justification\":\"x\",\"changes\":[{\"kind\":"
                                + "\"put_inline_policy\",\"document\":\""
                                + deep
                                + "\"}]}");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(400);

        Reply written =
                engineer.post(
                        "/api/v3/policies/check", "{" + role + ",\"document\":\"" + deep + "\"}");
        assertThat(written.status()).as(written.toString()).isEqualTo(200);
        assertThat(written.json().at("/findings/0/level").asText()).isEqualTo("error");
    }
}
