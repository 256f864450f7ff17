package org.consoleme.web.weep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.consoleme.access.Surface;
import org.consoleme.credentials.TemporaryCredentials;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Secret;
import org.consoleme.testing.Problems;
import org.consoleme.web.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsWireTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void keysAreSpelledAsConsoleMeSpelledThemWithTheRoleBeside() throws IOException {
        JsonNode recorded = MAPPER.readTree(golden().path("body").textValue());
        JsonNode ours =
                MAPPER.readTree(
                        Json.bytes(
                                CredentialsAnswer.of(
                                        keys(
                                                "arn:aws:iam::200000000002:role/billing-reader",
                                                "s/+="))));

        recorded.path("Credentials")
                .properties()
                .forEach(
                        member ->
                                assertThat(
                                                ours.path("Credentials")
                                                        .path(member.getKey())
                                                        .getNodeType())
                                        .as(member.getKey())
                                        .isEqualTo(member.getValue().getNodeType()));
        assertThat(ours.path("Credentials").path("Expiration").isIntegralNumber()).isTrue();
        assertThat(ours.path("Credentials").path("Expiration").longValue())
                .isEqualTo(1_900_000_000L);
        assertThat(ours.path("Credentials").path("RoleArn").textValue())
                .isEqualTo("arn:aws:iam::200000000002:role/billing-reader");
    }

    /** 12.12: weep hands fields to a shell and to a format string. */
    @Test
    void nothingLeavesThatAShellWouldTakeApart() throws IOException {
        JsonNode odd =
                MAPPER.readTree(
                        Json.bytes(
                                CredentialsAnswer.of(
                                        keys("arn:aws:iam::200000000002:role/a$(b)%d/c", "s"))));

        assertThat(odd.path("Credentials").has("RoleArn")).isFalse();
        assertThatThrownBy(
                        () -> CredentialsAnswer.of(keys("arn:aws:iam::200000000002:role/c", "a`b")))
                .isInstanceOf(ProblemException.class);
        assertThat(
                        CredentialsAnswer.of(keys("arn:aws:iam::200000000002:role/c", "hidden"))
                                .toString())
                .doesNotContain("hidden");
    }

    @Test
    void cr21_whatWeepSaysAboutItselfIsTakenAndOtherMembersAreIgnored() {
        CredentialsRequest request =
                read(
                        "{\"requested_role\":\"Gamma\",\"no_ip_restrictions\":false,\"metadata\":{\"hostname\":\"h\","
                                + "\"cert_age_seconds\":5},\"new\":[1]}");

        assertThat(request.query().text()).isEqualTo("Gamma");
        assertThat(request.query().surface()).isEqualTo(Surface.CLI);
        assertThat(request.metadata()).containsOnlyKeys("hostname");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "\"x\"",
                "{",
                "{}",
                "{\"requested_role\":\"\"}",
                "{\"requested_role\":5}",
                "{\"requested_role\":null}",
                "{\"requested_role\":[]}",
                "{\"requested_role\":{}}",
                "{\"requested_role\":\"a\",\"no_ip_restrictions\":\"yes\"}",
                "{\"requested_role\":\"a\",\"no_ip_restrictions\":2}",
                "{\"requested_role\":\"a\",\"no_ip_restrictions\":null}",
                "{\"requested_role\":\"a\",\"requested_role\":\"b\"}",
                "{\"requested_role\":\"a\"} b",
                "{\"requested_role\":\"a\",\"custom_ip_restrictions\":\"10.0.0.0/8\"}",
                "{\"requested_role\":\"a\",\"custom_ip_restrictions\":[1]}",
                "{\"user_role\":true}",
                "{\"user_role\":true,\"requested_role\":\"a\",\"account\":\"1\"}",
                "{\"app_name\":\"a\",\"requested_role\":\"b\"}"
            })
    void bi01_bi02_bi03_whatIsNotAsAgreedIsInvalid(String body) {
        assertThat(Problems.of(() -> read(body))).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void bi01_deepNestingIsInvalidAndNoStackOverflow() {
        assertThatThrownBy(() -> read("{\"a\":".repeat(10_000)))
                .isInstanceOf(ProblemException.class);
    }

    private static CredentialsRequest read(String body) {
        return CredentialsRequest.of(
                Json.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static TemporaryCredentials keys(String role, String secret) {
        return new TemporaryCredentials(
                RoleArn.parse(role),
                "ASIAEXAMPLE",
                new Secret(secret),
                new Secret("token/+="),
                Instant.ofEpochSecond(1_900_000_000L, 999));
    }

    private static JsonNode golden() throws IOException {
        try (InputStream in =
                CredentialsWireTest.class.getResourceAsStream(
                        "/golden/weep/047-get_credentials-ok-arn.json")) {
            return MAPPER.readTree(in).path("response");
        }
    }
}
