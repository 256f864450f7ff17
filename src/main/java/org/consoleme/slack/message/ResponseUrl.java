package org.consoleme.slack.message;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.slack.api.util.json.GsonFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a command or click through its {@code response_url}: on Slack's own host or that of
 * {@code slack.api_url}, nowhere else, and without following redirects. The address is as good as a
 * key: it is never logged.
 *
 * @see <a
 *     href="https://docs.slack.dev/interactivity/handling-user-interaction#message_responses">Message
 *     responses</a>
 */
@Single
public class ResponseUrl {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseUrl.class);
    private static final String SLACKS_HOST = "hooks.slack.com";

    private final SlackSettings settings;
    private final Gson gson = GsonFactory.createSnakeCase();
    private final HttpClient http;

    @Inject
    public ResponseUrl(SlackSettings settings) {
        this.settings = settings;
        this.http =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(settings.timeout())
                        .build();
    }

    /**
     * Shows the message to the asker alone; a failure is logged, since there is nobody else to
     * tell.
     *
     * @param url as Slack gave it
     */
    public void answer(String url, SlackMessage message) {
        Optional<URI> target = target(url, settings.apiUrl());
        if (target.isEmpty()) {
            LOG.warn("response_url on a foreign host: not called");
            return;
        }
        JsonObject body = new JsonObject();
        body.addProperty("response_type", "ephemeral");
        body.addProperty("replace_original", false);
        body.addProperty("text", message.fallback());
        body.addProperty("unfurl_links", false);
        body.addProperty("unfurl_media", false);
        body.add("blocks", gson.toJsonTree(message.blocks()));
        try {
            HttpResponse<Void> answer =
                    http.send(
                            HttpRequest.newBuilder(target.get())
                                    .timeout(settings.timeout())
                                    .header("Content-Type", "application/json; charset=utf-8")
                                    .POST(HttpRequest.BodyPublishers.ofString(gson.toJson(body)))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                LOG.atWarn()
                        .addKeyValue("status", answer.statusCode())
                        .log("slack did not take an answer");
            }
        } catch (IOException e) {
            LOG.warn("slack could not be reached with an answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem.Unavailable("Slack", Duration.ofSeconds(10)).asException(e);
        }
    }

    /**
     * The address, if it is one of Slack's.
     *
     * @param url may be anything, {@code null} too
     * @param api where the Web API is
     */
    static Optional<URI> target(String url, URI api) {
        return Optional.ofNullable(url)
                .flatMap(ResponseUrl::uri)
                .filter(uri -> uri.getHost() != null && uri.getUserInfo() == null)
                .filter(uri -> isSlacks(uri) || isAt(api, uri));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isSlacks(URI uri) {
        return "https".equals(uri.getScheme())
                && SLACKS_HOST.equals(uri.getHost())
                && uri.getPort() == -1;
    }

    private static boolean isAt(URI api, URI uri) {
        return api.getScheme().equals(uri.getScheme())
                && api.getHost().equals(uri.getHost())
                && api.getPort() == uri.getPort();
    }
}
