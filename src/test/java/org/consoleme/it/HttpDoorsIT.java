package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What holds for all routes, whatever they answer. */
class HttpDoorsIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void k05_anUnchangedAnswerIsNotSentAgain() throws Exception {
        HttpResponse<String> first = profileUnless("\"another\"");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(tag).matches("\"[0-9a-f]{40}\"");

        HttpResponse<String> second = profileUnless(tag);

        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers().firstValue("ETag")).contains(tag);
        assertThat(second.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("_xsrf="));
    }

    @Test
    void k05_errorsAndSecretsHaveNoTag() throws Exception {
        for (String path :
                new String[] {
                    "/api/v1/nosuch",
                    "/noauth/v1/challenge_poller/11111111-2222-3333-4444-555555555555"
                }) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.headers().firstValue("ETag")).as(path).isEmpty();
            assertThat(answer.body()).as(path).isNotEmpty();
        }
    }

    @Test
    void thePageOfHeadersIsEscapedAndHoldsNoCookie() throws Exception {
        HttpResponse<String> page =
                get("/myheaders", "X-Odd", "<b>&", "Cookie", "consoleme_auth=a-token");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body())
                .contains("<strong>X-Odd</strong>: &lt;b&gt;&amp;")
                .doesNotContain("a-token");
    }

    @Test
    void anAnswerOfTheConsolesApiNamesTheCookieToRepeat() throws Exception {
        assertThat(get("/api/v3/me").headers().firstValue("X-Xsrf-Cookie")).contains("_xsrf");
    }

    private HttpResponse<String> profileUnless(String tag)
            throws IOException, InterruptedException {
        return get(
                "/api/v2/user_profile",
                "user_header",
                "engineer@example.com",
                "If-None-Match",
                tag);
    }

    private HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(STACK.server().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
