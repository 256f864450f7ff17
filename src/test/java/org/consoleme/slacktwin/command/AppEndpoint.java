package org.consoleme.slacktwin.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.consoleme.slacktwin.http.Guard;

/**
 * The app's request URL, called as Slack calls it: no redirects, and an answer within 3 seconds.
 */
public final class AppEndpoint implements Transport, AutoCloseable {

    /**
     * How long Slack waits.
     *
     * @see <a href="https://docs.slack.dev/interactivity/implementing-slash-commands">slash
     *     commands</a>
     */
    public static final Duration PATIENCE = Duration.ofSeconds(3);

    private final AtomicReference<URI> requestUrl;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    public AppEndpoint(URI requestUrl) {
        this.requestUrl = new AtomicReference<>(requestUrl);
    }

    /** Points at another app, or at one whose port is known only now. */
    public void moveTo(URI newRequestUrl) {
        requestUrl.set(newRequestUrl);
    }

    /** The answer has at most {@link Guard#MAX_BODY} bytes. */
    @Override
    public AppReply send(SignedRequest signed) throws IOException, TimeoutException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(requestUrl.get())
                        .POST(BodyPublishers.ofByteArray(signed.body()));
        signed.headers().forEach(request::setHeader);
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(
                        request.build(),
                        BodyHandlers.limiting(BodyHandlers.ofString(), Guard.MAX_BODY));
        try {
            HttpResponse<String> response = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new AppReply(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (ExecutionException e) {
            throw new IOException("the app gave no answer", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the app", e);
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
