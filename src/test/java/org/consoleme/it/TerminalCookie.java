package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consoleme.testing.Browser;
import org.consoleme.testing.WeepClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Section 11 of weep's contract: the cookie of a terminal that is used, and one behind TLS. */
abstract class TerminalCookie {
    /** Where people reach this server; what ends TLS there stands before it. */
    static final String PUBLIC = "https://console.example.com";

    private static final String COOKIE = "consoleme_cli=";

    private final OwnNode node;

    TerminalCookie(OwnNode node) {
        this.node = node;
    }

    @AfterEach
    void now() {
        node.setClock(Instant.now());
    }

    @Test
    void sv11_keysComeWithANewCookieOnceTheTokenIsOldAndItOutlivesTheFirst() {
        WeepClient anonymous = new WeepClient(node.address().toString());
        Instant begun = Instant.now();
        WeepClient first =
                anonymous.withCookie(
                        COOKIE
                                + WeepSignIn.start(node.stack().server(), WeepTerminal.ENGINEER)
                                        .approved());
        String role = first.get("/api/v1/get_roles?all=true").json().get(0).textValue();
        assertThat(cookies(first.export(role))).as("of a young token").isEmpty();

        node.setClock(begun.plus(Duration.ofMinutes(50)));
        List<String> renewed = cookies(first.export(role));
        assertThat(renewed)
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Secure");
        String second = renewed.getFirst().substring(0, renewed.getFirst().indexOf(';'));

        node.setClock(begun.plus(Duration.ofMinutes(65)));
        assertThat(first.export(role).status()).as("the first is over").isNotEqualTo(200);
        assertThat(anonymous.withCookie(second).export(role).status()).isEqualTo(200);
    }

    @Test
    void lg22_behindTlsWeepIsToldToSendItsCookieOverTlsAlone() {
        WeepClient anonymous = new WeepClient(node.address().toString());
        JsonNode urls =
                anonymous.get("/noauth/v1/challenge_generator/" + WeepTerminal.ENGINEER).json();
        String page = urls.path("challenge_url").textValue();
        String poll = urls.path("polling_url").textValue();
        assertThat(page).startsWith(PUBLIC + "/challenge_validator/");
        assertThat(poll).startsWith(PUBLIC + "/noauth/v1/challenge_poller/");
        String token = page.substring(page.lastIndexOf('/') + 1);
        Browser browser = new Browser(node.address(), WeepTerminal.ENGINEER);
        assertThat(browser.decide(token, browser.nonce(token), true).statusCode()).isEqualTo(200);

        JsonNode success = anonymous.get(poll.substring(PUBLIC.length())).json();

        assertThat(success.path("status").textValue()).isEqualTo("success");
        assertThat(success.path("secure").booleanValue()).isTrue();
        assertThat(success.path("http_only").booleanValue()).isTrue();
        WeepClient weep = anonymous.withCookie(COOKIE + success.path("encoded_jwt").textValue());
        assertThat(weep.get("/api/v2/get_roles?all=true").status()).isEqualTo(200);
    }

    private static List<String> cookies(WeepClient.Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.response().headers().allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith(COOKIE))
                .toList();
    }
}
