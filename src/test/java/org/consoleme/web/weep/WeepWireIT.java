package org.consoleme.web.weep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consoleme.testing.Browser;
import org.consoleme.testing.ServerUnderTest;
import org.consoleme.testing.WeepClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The acceptance lines of weep's contract (section 11) that concern the server, with what weep
 * sends, against a running server.
 */
class WeepWireIT {
    private static final List<String> ENVELOPE =
            List.of(
                    "status",
                    "reason",
                    "code",
                    "message",
                    "requested_role",
                    "exception",
                    "request_id");

    private static ServerUnderTest server;
    private static WeepClient anonymous;
    private static WeepClient weep;
    private static String jwt;
    private static List<String> roles;

    @BeforeAll
    static void signIn() {
        server = ServerUnderTest.find();
        anonymous = new WeepClient(server.base());
        jwt = lg01_signIn().path("encoded_jwt").textValue();
        weep = anonymous.withCookie("consoleme_cli=" + jwt);
        roles = new ArrayList<>();
        weep.get("/api/v1/get_roles?all=true").json().forEach(arn -> roles.add(arn.textValue()));
        assertThat(roles).as("roles of " + server.engineer()).hasSizeGreaterThan(1);
    }

    /** E7, the browser's approval, E8 twice. */
    private static JsonNode lg01_signIn() {
        Challenge challenge = Challenge.start(server.engineer());
        assertThat(anonymous.get(challenge.poll()).json().path("status").textValue())
                .isEqualTo("pending");
        Browser browser = new Browser(server, server.engineer());
        assertThat(
                        browser.decide(challenge.token(), browser.nonce(challenge.token()), true)
                                .statusCode())
                .isEqualTo(200);
        JsonNode success = anonymous.get(challenge.poll()).json();
        assertThat(success.path("status").textValue()).isEqualTo("success");
        assertThat(success.path("expiration").isIntegralNumber()).isTrue();
        assertThat(success.path("same_site").isInt()).isTrue();
        assertThat(success.path("secure").booleanValue())
                .isEqualTo(server.base().startsWith("https"));
        assertThat(success.path("cookie_name").textValue()).isEqualTo("consoleme_cli");
        assertThat(success.path("user").textValue()).isEqualToIgnoringCase(server.engineer());
        assertThat(anonymous.get(challenge.poll()).json()).isEqualTo(success);
        return success;
    }

    @Test
    void cr01_keysForTheWholeArnWithSecondsAndTheRole() {
        JsonNode keys = weep.export(roles.getFirst()).json().path("Credentials");

        assertThat(keys.path("AccessKeyId").textValue()).isNotBlank();
        assertThat(keys.path("Expiration").isIntegralNumber()).isTrue();
        assertThat(keys.path("RoleArn").textValue()).isEqualTo(roles.getFirst());
    }

    @Test
    void cr02_caseDoesNotMatterAndTheEqualArnWins() {
        assertThat(
                        weep.export(roles.getFirst().toUpperCase(Locale.ROOT))
                                .json()
                                .path("Credentials")
                                .path("RoleArn")
                                .textValue())
                .isEqualTo(roles.getFirst());
    }

    @Test
    void cr05_severalMatchesAre901AndSorted() {
        WeepClient.Answer answer = weep.export("arn:aws");

        assertEnvelope(answer, "901");
        List<String> matches = new ArrayList<>();
        answer.json().path("matching roles").forEach(arn -> matches.add(arn.textValue()));
        assertThat(matches).isSorted().hasSizeGreaterThan(1);
    }

    @Test
    void cr07_cr08_noMatchAndNotAllowedLookAlike() {
        assertEnvelope(weep.export("no-such-role-anywhere"), "900");
        assertEnvelope(weep.export("arn:aws:iam::999999999999:role/Secret"), "900");
    }

    @Test
    void cr10_anEmptyRoleIs904() {
        assertEnvelope(weep.export(""), "904");
    }

    @Test
    void cr11_cr12_strangeAndHugeTextIsRefusedInTheEnvelope() {
        assertEnvelope(weep.export("a%sb\"\\<>日本"), "900");
        assertEnvelope(weep.export("a".repeat(10_000)), "904");
    }

    @Test
    void cr14_withoutASecondFactorNoIpRestrictionsIs902() {
        assertEnvelope(
                weep.credentials(
                        "{\"requested_role\":\""
                                + roles.getFirst()
                                + "\",\"no_ip_restrictions\":true}"),
                "902");
    }

    @Test
    void cr21_metadataIsTaken() {
        WeepClient.Answer answer =
                weep.credentials(
                        "{\"requested_role\":\""
                                + roles.getFirst()
                                + "\",\"no_ip_restrictions\":false,\"metadata\":{\"hostname\":\"laptop\","
                                + "\"username\":\"alice\",\"weep_version\":\"0.3.31\",\"weep_method\":\"export\"}}\n");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void rl01_rl05_bothListsAgreeAreSortedAndNameAccounts() {
        JsonNode data = weep.get("/api/v2/get_roles?all=true").json().path("data").path("roles");
        List<String> arns = new ArrayList<>();
        for (JsonNode role : data) {
            arns.add(role.path("arn").textValue());
            assertThat(role.path("account_id").isTextual()).isTrue();
            assertThat(role.path("account_friendly_name").isTextual()).isTrue();
            assertThat(role.path("arn").textValue())
                    .endsWith(":role/" + role.path("role_name").textValue());
            assertThat(role.path("apps").path("app_details").isArray()).isTrue();
        }

        assertThat(arns).isEqualTo(roles).isSorted();
    }

    @Test
    void rl08_aRolesLinkIsAPath() {
        String url =
                weep.get("/api/v2/get_resource_url?arn=" + WeepClient.escape(roles.getFirst()))
                        .json()
                        .path("data")
                        .path("url")
                        .textValue();

        assertThat(url).startsWith("/policies/edit/").contains("/iamrole/");
    }

    @Test
    void rl10_rl11_unknownArnsGetAMessageThatGoCanFormat() {
        for (String arn : List.of("arn:aws:s3:::unknown-100%d", "arn:aws:foo:::bar", "x")) {
            WeepClient.Answer answer =
                    weep.get("/api/v2/get_resource_url?arn=" + WeepClient.escape(arn));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().path("errors").get(0).textValue())
                    .isNotBlank()
                    .doesNotContain("%");
        }
    }

    @Test
    void rl17_rl18_accountTitlesEndInTheNumberInBrackets() {
        JsonNode titles =
                weep.get("/api/v1/policies/typeahead?limit=1000&resource=account&search=").json();

        assertThat(titles).isNotEmpty();
        titles.forEach(
                title ->
                        assertThat(title.path("title").textValue())
                                .matches("[^()]+ \\([0-9]{12}\\)"));
    }

    @Test
    void rl19_theSecondStepOfSearchFindsTheRolesOfAnAccount() {
        String prefix = roles.getFirst().substring(0, roles.getFirst().indexOf(":role/") + 6);
        JsonNode titles =
                weep.get(
                                "/api/v1/policies/typeahead?limit=5000&resource=iam_arn&search="
                                        + WeepClient.escape(prefix))
                        .json();

        assertThat(titles).isNotEmpty();
        titles.forEach(title -> assertThat(roles).contains(title.path("title").textValue()));
    }

    @Test
    void rl20_bi08_noMatchIsAnEmptyListAndAPatternIsText() {
        WeepClient.Answer answer =
                weep.get("/api/v1/policies/typeahead?limit=5&resource=account&search=.%2A%28");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().isArray()).isTrue();
        assertThat(answer.json()).isEmpty();
    }

    @Test
    void lg03_anotherPersonCannotApprove() {
        Challenge challenge = Challenge.start(server.engineer());
        Browser other = new Browser(server, server.other());

        assertThat(Browser.json(other.look(challenge.token())).path("mayApprove").booleanValue())
                .isFalse();
        assertThat(other.decide(challenge.token(), "x", true).statusCode()).isEqualTo(403);
        assertThat(anonymous.get(challenge.poll()).json().path("status").textValue())
                .isEqualTo("pending");
    }

    @Test
    void lg06_aWrongNonceAndASecondApprovalAreRefused() {
        Challenge challenge = Challenge.start(server.engineer());
        Browser browser = new Browser(server, server.engineer());
        String nonce = browser.nonce(challenge.token());

        assertThat(browser.decide(challenge.token(), "wrong", true).statusCode()).isEqualTo(403);
        assertThat(browser.decide(challenge.token(), nonce, true).statusCode()).isEqualTo(200);
        assertThat(browser.decide(challenge.token(), nonce, true).statusCode()).isEqualTo(409);
    }

    /** 12.6: only an answer that is not JSON ends weep's wait. */
    @Test
    void aDenialEndsTheWait() {
        Challenge challenge = Challenge.start(server.engineer());
        Browser browser = new Browser(server, server.engineer());
        browser.decide(challenge.token(), browser.nonce(challenge.token()), false);
        WeepClient.Answer answer = anonymous.get(challenge.poll());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.response().body()).doesNotStartWith("{").contains("denied");
    }

    @Test
    void lg09_unknownAndHugeSecretsAreUnknownInJson() {
        for (String secret : List.of("00000000-0000-0000-0000-000000000000", "a".repeat(10_000))) {
            assertThat(
                            anonymous
                                    .get("/noauth/v1/challenge_poller/" + secret)
                                    .json()
                                    .path("status")
                                    .textValue())
                    .isEqualTo("unknown");
        }
    }

    @Test
    void lg10_lg13_aTokenThatIsNotOursIsInvalidOnEveryRoute() {
        String none = "eyJhbGciOiJub25lIn0." + jwt.split("\\.", -1)[1] + ".";
        for (String bad : List.of(jwt.substring(0, jwt.length() - 4) + "AAAA", none, "x", "")) {
            WeepClient client = anonymous.withCookie("consoleme_cli=" + bad);
            assertEnvelope(client.export("x"), "invalid_jwt");
            assertEnvelope(client.get("/api/v1/get_roles?all=true"), "invalid_jwt");
            assertEnvelope(client.get("/api/v2/get_roles?all=true"), "invalid_jwt");
        }
    }

    @Test
    void lg12_sv10_withoutACookieTheCodeIsAnother() {
        assertEnvelope(anonymous.export("x"), "unauthenticated");
    }

    @Test
    void lg17_aBadTokenGetsAMessageWhereWeepShowsOnlyErrors() {
        WeepClient.Answer answer =
                anonymous.withCookie("consoleme_cli=x").get("/api/v2/get_resource_url?arn=x");

        assertEnvelope(answer, "invalid_jwt");
        assertThat(answer.json().path("errors").get(0).textValue()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "a%25b@example.com", "a%20b@example.com", "a/b@example.com", "a@b?x=1"})
    void lg20_whatIsNoNameIsRefusedWithAPageThatExplains(String name) {
        WeepClient.Answer answer = anonymous.get("/noauth/v1/challenge_generator/" + name);

        assertEnvelope(answer, "904");
        String page = answer.json().path("challenge_url").textValue();
        assertThat(anonymous.get(page.substring(server.base().length())).response().body())
                .contains("challenge_settings.user");
    }

    @Test
    void sv10_theTerminalsCookieOpensNoWebPage() {
        assertThat(anonymous.withCookie("consoleme_auth=" + jwt).get("/auth").status())
                .isEqualTo(403);
    }

    @Test
    void mt05_certificateHeadersOfTheClientsOwnChangeNothing() {
        assertEnvelope(anonymous.withCertificateHeaders().export("x"), "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "\"x\"", "{", "{\"requested_role\":5}"})
    void bi01_bi02_bodiesThatAreNotAsAgreedAre904(String body) {
        assertEnvelope(weep.credentials(body), "904");
    }

    @Test
    void bi01_hugeAndDeepBodiesAre904() {
        assertEnvelope(weep.credentials("{\"a\":".repeat(10_000)), "904");
        WeepClient.Answer huge = weep.credentials(" ".repeat(5 << 20));
        assertEnvelope(huge, "904");
        assertThat(huge.status()).isEqualTo(413);
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
        assertThat(answer.json().path("data").path("roles").isArray()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/get_resource_url",
                "/api/v2/get_resource_url?arn=",
                "/api/v2/get_resource_url?arn=a&arn=b",
                "/api/v1/policies/typeahead",
                "/api/v1/policies/typeahead?resource=account",
                "/api/v1/policies/typeahead?resource=x&search=",
                "/api/v1/policies/typeahead?resource=account&search=&limit=-1",
                "/api/v1/policies/typeahead?resource=account&search=&limit=abc",
                "/api/v1/policies/typeahead?resource=account&search=&limit=1e9"
            })
    void bi06_bi07_missingAndWrongParametersAre4xx(String path) {
        WeepClient.Answer answer = weep.get(path);

        assertThat(answer.status()).isBetween(400, 499);
        assertEnvelope(answer, answer.code());
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
                        "/api/v1/get_credentials",
                        "/noauth/v1/challenge_generator/a@example.com")) {
            WeepClient.Answer answer =
                    weep.send(
                            method, path, "application/json", HttpRequest.BodyPublishers.noBody());
            assertThat(answer.status()).isEqualTo(405);
            assertEnvelope(answer, "method_not_allowed");
        }
    }

    /** Section 5.3: one shape satisfies both of weep's parsers. */
    private static void assertEnvelope(WeepClient.Answer answer, String code) {
        JsonNode body = answer.json();
        assertThat(answer.status()).isBetween(400, 599);
        ENVELOPE.forEach(name -> assertThat(body.path(name).isTextual()).as(name).isTrue());
        assertThat(body.path("status_code").intValue()).isEqualTo(answer.status());
        assertThat(body.path("errors").isArray()).isTrue();
        assertThat(body.path("data").isNull()).isTrue();
        assertThat(body.path("code").textValue()).isEqualTo(code);
    }

    private record Challenge(String token, String poll) {
        static Challenge start(String user) {
            JsonNode answer = anonymous.get("/noauth/v1/challenge_generator/" + user).json();
            String page = answer.path("challenge_url").textValue();
            String poll = answer.path("polling_url").textValue();
            assertThat(page).startsWith(server.base() + "/challenge_validator/");
            assertThat(poll).startsWith(server.base() + "/noauth/v1/challenge_poller/");
            return new Challenge(
                    page.substring(page.lastIndexOf('/') + 1),
                    poll.substring(server.base().length()));
        }
    }
}
