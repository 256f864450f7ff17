package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.it.WeepErrors.assertEnvelope;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.consoleme.testing.RunningStack;
import org.consoleme.testing.WeepClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 11 of weep's contract: bad input straight at the API. */
class WeepBadInputIT {
    @RegisterExtension
    @Order(1)
    static final RunningStack STACK = new RunningStack();

    @RegisterExtension
    @Order(2)
    static final SignedInWeep SIGNED_IN = new SignedInWeep(STACK);

    private final WeepTerminal terminal = SIGNED_IN.terminal();
    private final WeepClient weep = terminal.weep();
    private final WeepClient anonymous = terminal.anonymous();

    @Test
    void mt05_certificateHeadersOfTheClientsOwnChangeNothing() {
        assertEnvelope(anonymous.withCertificateHeaders().export("x"), "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "\"x\"",
                "{",
                "{\"requested_role\":5}",
                "{\"requested_role\":null}",
                "{\"requested_role\":[\"a\"]}",
                "{\"requested_role\":{}}",
                "{\"requested_role\":\"a\",\"no_ip_restrictions\":\"yes\"}",
                "{\"requested_role\":\"a\",\"no_ip_restrictions\":2}",
                "{\"requested_role\":\"a\",\"no_ip_restrictions\":null}",
                "{\"requested_role\":\"a\",\"requested_role\":\"b\"}"
            })
    void bi01_bi02_bi03_bi04_bodiesThatAreNotAsAgreedAre904(String body) {
        WeepClient.Answer answer = weep.credentials(body);

        assertEnvelope(answer, "904");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void bi01_hugeAndDeepAndUndecodableBodiesAre904() {
        assertEnvelope(weep.credentials("{\"a\":".repeat(10_000)), "904");
        WeepClient.Answer huge = weep.credentials(" ".repeat(5 << 20));
        assertEnvelope(huge, "904");
        assertThat(huge.status()).isEqualTo(413);
        byte[] latin = "{\"requested_role\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertEnvelope(
                weep.send(
                        "POST",
                        "/api/v1/get_credentials",
                        "application/json",
                        HttpRequest.BodyPublishers.ofByteArray(latin)),
                "904");
    }

    @Test
    void bi04_bi10_otherMethodsAndFormsAreRefusedInTheEnvelope() {
        assertThat(weep.get("/api/v1/get_credentials").status()).isEqualTo(405);
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
            WeepClient.Answer answer = weep.post("/api/v1/get_credentials", type, "{}");
            assertThat(answer.status()).isEqualTo(415);
            assertEnvelope(answer, "unsupported_media_type");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"all=1", "all=true&all=true", "all=", ""})
    void bi05_anythingButOneTrueListsTheRolesOfTheConsole(String query) {
        WeepClient.Answer answer = weep.get("/api/v2/get_roles?" + query);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("data").path("roles").findValuesAsText("role_name"))
                .contains("Alpha")
                .doesNotContain("SvcInstanceProfile");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/get_resource_url",
                "/api/v2/get_resource_url?arn=",
                "/api/v2/get_resource_url?arn=a&arn=b",
                "/api/v1/policies/typeahead",
                "/api/v1/policies/typeahead?resource=account",
                "/api/v1/policies/typeahead?search=x",
                "/api/v1/policies/typeahead?resource=x&search=",
                "/api/v1/policies/typeahead?resource=account&search=&limit=-1",
                "/api/v1/policies/typeahead?resource=account&search=&limit=abc",
                "/api/v1/policies/typeahead?resource=account&search=&limit=1e9"
            })
    void bi06_bi07_missingAndWrongParametersAre4xx(String path) {
        WeepClient.Answer answer = weep.get(path);

        assertThat(answer.status()).isBetween(400, 499);
        assertEnvelope(answer, answer.code());
        assertThat(answer.json().path("errors").get(0).textValue()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/get_roles;x=1",
                "/api//v1/get_roles",
                "/api/v1/%2e%2e/get_roles",
                "/api/v1/unknown",
                "/api/v2/unknown",
                "/noauth/v1/unknown",
                "/api"
            })
    void bi09_otherSpellingsAreNotFoundInTheEnvelope(String path) {
        WeepClient.Answer answer = weep.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertEnvelope(answer, "not_found");
    }

    @Test
    void bi09_r03_aSlashMoreInTheBaseAddressWorks() {
        assertThat(weep.get("//api/v1/get_roles?all=true").status()).isEqualTo(200);
        assertThat(weep.get("/api/v1/get_roles/?all=true").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PUT", "PATCH"})
    void bi09_wrongMethodsAre405InTheEnvelope(String method) {
        for (String path :
                List.of(
                        "/api/v1/get_roles",
                        "/api/v2/get_roles",
                        "/api/v1/get_credentials",
                        "/noauth/v1/challenge_poller/x",
                        "/noauth/v1/challenge_generator/a@example.com")) {
            WeepClient.Answer answer =
                    weep.send(
                            method, path, "application/json", HttpRequest.BodyPublishers.noBody());
            assertThat(answer.status()).as(path).isEqualTo(405);
            assertEnvelope(answer, "method_not_allowed");
        }
    }

    /** Where a page of ours could ask, the guard against other sites' forms may speak first. */
    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PUT", "PATCH", "POST"})
    void bi09_wrongMethodsOfThePagesOwnRoutesAreRefusedInTheEnvelope(String method) {
        for (String path : List.of("/api/v2/get_resource_url", "/api/v1/policies/typeahead")) {
            WeepClient.Answer answer =
                    weep.send(
                            method, path, "application/json", HttpRequest.BodyPublishers.noBody());
            assertThat(answer.status()).as(path).isIn(403, 405);
            assertEnvelope(answer, answer.code());
        }
    }
}
