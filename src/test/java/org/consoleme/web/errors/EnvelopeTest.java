package org.consoleme.web.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.consoleme.shared.Problem;
import org.consoleme.testing.FakeRequest;
import org.consoleme.web.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<Arguments> recorded() {
        return Stream.of(
                Arguments.of("043-get_roles-bad-jwt", new Problem.Unauthenticated(true)),
                Arguments.of("071-get_credentials-bad-jwt", new Problem.Unauthenticated(true)),
                Arguments.of(
                        "054-get_credentials-ambiguous-name",
                        new Problem.Ambiguous(
                                "billing-reader",
                                List.of(
                                        "arn:aws:iam::200000000002:role/billing-reader",
                                        "arn:aws:iam::300000000003:role/billing-reader"))),
                Arguments.of("055-get_credentials-not-eligible", new Problem.NotFound("role", "x")),
                Arguments.of(
                        "061-get_credentials-wrong-type",
                        new Problem.Invalid("requested_role", "a string is wanted")),
                Arguments.of(
                        "067-get_credentials-no_ip_restrictions",
                        new Problem.Refused("The second factor", "NotConfigured")),
                Arguments.of(
                        "073-get_credentials-too-old",
                        new Problem.StepUpRequired("Sign in again.")),
                Arguments.of(
                        "901-late-get_credentials-sts-denied",
                        new Problem.Refused("STS", "AccessDenied")));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void statusAndCodeAreThoseThatConsoleMeSent(String exchange, Problem problem)
            throws IOException {
        JsonNode recorded = recorded(exchange);
        ErrorAnswer drawn = EnvelopeDrawing.draw(problem);

        assertThat(drawn.status()).isEqualTo(recorded.path("status").intValue());
        assertThat(drawn.code()).isEqualTo(body(recorded).path("code").textValue());
    }

    /** 5.3 of weep's contract: one shape satisfies both of its parsers. */
    @ParameterizedTest
    @MethodSource("everyProblem")
    void everyProblemHasTheOneShape(Problem problem) throws IOException {
        FakeRequest request = new FakeRequest("/api/v1/get_credentials", "127.0.0.1");
        ErrorWriter.rememberRequestedRole(request.get(), "100%d \u0000 role");
        JsonNode body =
                MAPPER.readTree(
                        Json.bytes(
                                ErrorWriter.body(
                                        request.get(), ErrorWriter.draw(request.get(), problem))));

        for (String name :
                List.of(
                        "status",
                        "reason",
                        "code",
                        "message",
                        "requested_role",
                        "exception",
                        "request_id")) {
            assertThat(body.path(name).isTextual()).as(name).isTrue();
        }
        assertThat(body.path("status_code").isInt()).isTrue();
        assertThat(body.path("data").isNull()).isTrue();
        assertThat(body.path("errors").isArray()).isTrue();
        assertThat(body.path("errors")).isNotEmpty();
        assertThat(body.path("errors").get(0).textValue()).isNotBlank().doesNotContain("%");
        assertThat(body.path("requested_role").textValue()).isEqualTo("100%d  role");
    }

    @ParameterizedTest
    @MethodSource("everyProblem")
    void theConsoleApiGetsProblemJson(Problem problem) {
        FakeRequest request = new FakeRequest("/api/v3/roles", "127.0.0.1");
        ErrorAnswer drawn = ErrorWriter.draw(request.get(), problem);

        assertThat(ErrorWriter.mediaType(request.get())).isEqualTo("application/problem+json");
        assertThat(ErrorWriter.body(request.get(), drawn))
                .containsKeys("type", "title", "status", "detail", "code", "requestId")
                .containsEntry("status", drawn.status());
    }

    static Stream<Problem> everyProblem() {
        return Stream.of(
                new Problem.Invalid("field", "100% wrong"),
                new Problem.Invalid("role", "no ARN"),
                new Problem.NotFound("role", "x"),
                new Problem.NotFound("account", "x"),
                new Problem.NotFound("challenge", ""),
                new Problem.Ambiguous("x", List.of("a", "b")),
                new Problem.Forbidden("no"),
                new Problem.Unauthenticated(true),
                new Problem.Unauthenticated(false),
                new Problem.StepUpRequired("again"),
                new Problem.TooLarge(1),
                new Problem.TooMany(Duration.ofMillis(1)),
                new Problem.Conflict("late"),
                new Problem.Refused("STS", "AccessDenied"),
                new Problem.Unavailable("STS", Duration.ofSeconds(5)));
    }

    /** Fact 6: a terminal without a cookie must not lose its fresh sign-in. */
    @Test
    void noCookieIsNotABadCookie() {
        assertThat(EnvelopeDrawing.draw(new Problem.Unauthenticated(false)).code())
                .isNotEqualTo("invalid_jwt");
    }

    private static JsonNode recorded(String exchange) throws IOException {
        try (InputStream in =
                EnvelopeTest.class.getResourceAsStream("/golden/weep/" + exchange + ".json")) {
            return MAPPER.readTree(in).path("response");
        }
    }

    private static JsonNode body(JsonNode response) throws IOException {
        return MAPPER.readTree(response.path("body").textValue());
    }
}
