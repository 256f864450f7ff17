package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.consoleme.testing.Browser;
import org.consoleme.testing.WeepClient;

/**
 * A sign-in that weep began and the browser is to decide.
 *
 * @param token what the browser's address names
 * @param poll the path that weep asks
 */
record WeepSignIn(URI server, String user, String token, String poll) {
    static WeepSignIn start(URI server, String user) {
        JsonNode answer =
                new WeepClient(server.toString())
                        .get("/noauth/v1/challenge_generator/" + user)
                        .json();
        String page = answer.path("challenge_url").textValue();
        String poll = answer.path("polling_url").textValue();
        assertThat(page).startsWith(server + "/challenge_validator/");
        assertThat(poll).startsWith(server + "/noauth/v1/challenge_poller/");
        return new WeepSignIn(
                server,
                user,
                page.substring(page.lastIndexOf('/') + 1),
                poll.substring(server.toString().length()));
    }

    WeepClient.Answer ask() {
        return new WeepClient(server.toString()).get(poll);
    }

    String status() {
        return ask().json().path("status").textValue();
    }

    /** Approves as the person it was asked for; the token that weep then gets. */
    String approved() {
        Browser browser = new Browser(server, user);
        assertThat(browser.decide(token, browser.nonce(token), true).statusCode()).isEqualTo(200);
        return ask().json().path("encoded_jwt").textValue();
    }
}
