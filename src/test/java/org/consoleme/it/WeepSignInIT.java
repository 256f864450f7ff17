package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.it.WeepErrors.assertEnvelope;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.consoleme.testing.Browser;
import org.consoleme.testing.RunningStack;
import org.consoleme.testing.WeepClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 11 of weep's contract: signing in. */
class WeepSignInIT {
    @RegisterExtension
    @Order(1)
    static final RunningStack STACK = new RunningStack();

    @RegisterExtension
    @Order(2)
    static final SignedInWeep SIGNED_IN = new SignedInWeep(STACK);

    private final WeepTerminal terminal = SIGNED_IN.terminal();
    private final WeepClient weep = terminal.weep();
    private final WeepClient anonymous = terminal.anonymous();

    /** E7, the browser's approval, E8 twice. */
    @Test
    void lg01_lg08_lg22_anApprovedTerminalGetsACookieThatWeepSends() {
        WeepSignIn signIn = WeepSignIn.start(STACK.server(), WeepTerminal.ENGINEER);
        assertThat(signIn.status()).isEqualTo("pending");
        Browser browser = terminal.browser(WeepTerminal.ENGINEER);
        assertThat(browser.decide(signIn.token(), browser.nonce(signIn.token()), true).statusCode())
                .isEqualTo(200);

        JsonNode success = signIn.ask().json();

        assertThat(success.path("status").textValue()).isEqualTo("success");
        assertThat(success.path("expiration").isIntegralNumber()).isTrue();
        assertThat(success.path("same_site").isInt()).isTrue();
        assertThat(success.path("secure").booleanValue()).isFalse();
        assertThat(success.path("cookie_name").textValue()).isEqualTo("consoleme_cli");
        assertThat(success.path("user").textValue()).isEqualToIgnoringCase(WeepTerminal.ENGINEER);
        assertThat(signIn.ask().json()).as("12.2: an answer that was lost").isEqualTo(success);
    }

    @Test
    void lg02_theSignInIsGoodForManyCommands() {
        for (int i = 0; i < 3; i++) {
            assertThat(weep.get("/api/v2/get_roles?all=true").status()).isEqualTo(200);
        }
    }

    @Test
    void lg03_anotherPersonCannotApprove() {
        WeepSignIn signIn = WeepSignIn.start(STACK.server(), WeepTerminal.ENGINEER);
        Browser other = terminal.browser("approver@example.com");

        assertThat(Browser.json(other.look(signIn.token())).path("mayApprove").booleanValue())
                .isFalse();
        assertThat(other.decide(signIn.token(), "x", true).statusCode()).isEqualTo(403);
        assertThat(signIn.status()).isEqualTo("pending");
    }

    @Test
    void lg04_theNamesCaseDoesNotMatter() {
        WeepSignIn signIn = WeepSignIn.start(STACK.server(), "Engineer@Example.com");
        Browser browser = terminal.browser(WeepTerminal.ENGINEER);

        browser.decide(signIn.token(), browser.nonce(signIn.token()), true);

        assertThat(signIn.status()).isEqualTo("success");
    }

    @Test
    void lg06_aWrongNonceAndASecondApprovalAreRefused() {
        WeepSignIn signIn = WeepSignIn.start(STACK.server(), WeepTerminal.ENGINEER);
        Browser browser = terminal.browser(WeepTerminal.ENGINEER);
        String nonce = browser.nonce(signIn.token());

        assertThat(browser.decide(signIn.token(), "wrong", true).statusCode()).isEqualTo(403);
        assertThat(browser.decide(signIn.token(), nonce, true).statusCode()).isEqualTo(200);
        assertThat(browser.decide(signIn.token(), nonce, true).statusCode()).isEqualTo(409);
    }

    /** 12.6: only an answer that is not JSON ends weep's wait. */
    @Test
    void aDenialEndsTheWait() {
        WeepSignIn signIn = WeepSignIn.start(STACK.server(), WeepTerminal.ENGINEER);
        Browser browser = terminal.browser(WeepTerminal.ENGINEER);
        browser.decide(signIn.token(), browser.nonce(signIn.token()), false);
        WeepClient.Answer answer = signIn.ask();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.response().body()).doesNotStartWith("{").contains("denied");
    }

    @Test
    void lg09_unknownAndHugeSecretsAreUnknownInJson() {
        for (String secret : List.of("00000000-0000-0000-0000-000000000000", "a".repeat(10_000))) {
            WeepClient.Answer answer = anonymous.get("/noauth/v1/challenge_poller/" + secret);
            assertThat(answer.json().path("status").textValue()).isEqualTo("unknown");
        }
    }

    @Test
    void lg10_lg12_lg13_aTokenThatIsNotOursIsInvalidOnEveryRoute() {
        String jwt = terminal.jwt();
        String body = jwt.split("\\.", -1)[1];
        String none = "eyJhbGciOiJub25lIn0." + body + ".";
        String rsa = "eyJhbGciOiJSUzI1NiJ9." + body + "." + jwt.split("\\.", -1)[2];
        for (String bad :
                List.of(jwt.substring(0, jwt.length() - 4) + "AAAA", none, rsa, "x", "")) {
            WeepClient client = anonymous.withCookie("consoleme_cli=" + bad);
            assertEnvelope(client.export("x"), "invalid_jwt");
            assertEnvelope(client.get("/api/v1/get_roles?all=true"), "invalid_jwt");
            assertEnvelope(client.get("/api/v2/get_roles?all=true"), "invalid_jwt");
        }
    }

    /** Where weep did not send its cookie it must not delete its file either. */
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
    @ValueSource(strings = {"a.b+c@example.com", "zoë@example.com"})
    void lg20_aNameArrivesAsItIs(String name) {
        WeepSignIn signIn =
                WeepSignIn.start(STACK.server(), WeepClient.escape(name).replace("%40", "@"));

        assertThat(
                        Browser.json(terminal.browser(name).look(signIn.token()))
                                .path("user")
                                .textValue())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "a%25b@example.com", "a%20b@example.com", "a/b@example.com", "a@b?x=1"})
    void lg20_whatIsNoNameIsRefusedWithAPageThatExplains(String name) {
        WeepClient.Answer answer = anonymous.get("/noauth/v1/challenge_generator/" + name);

        assertEnvelope(answer, "904");
        String page = answer.json().path("challenge_url").textValue();
        assertThat(
                        anonymous
                                .get(page.substring(STACK.server().toString().length()))
                                .response()
                                .body())
                .contains("challenge_settings.user");
    }

    @Test
    void sv10_theTerminalsCookieOpensNoWebPage() {
        assertThat(anonymous.withCookie("consoleme_auth=" + terminal.jwt()).get("/auth").status())
                .isEqualTo(403);
    }
}
