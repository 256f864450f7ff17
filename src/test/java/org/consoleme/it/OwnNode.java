package org.consoleme.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consoleme.it.override.ClockSetter;
import org.consoleme.local.ServerNode;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One more server on the stack's stores, for one test class and those within it: tests set its
 * clock, and it has keys of its own. It starts no job by itself.
 */
final class OwnNode implements BeforeAllCallback, AfterAllCallback {
    private static final String NAME = "own";
    private static final String CLOCK = "org/consoleme/it/override";

    /** What is to happen because of this server's requests, where no other server looks. */
    static final String OWN_OUTBOX = "own_outbox";

    private static final Map<String, String> ALONE = Map.of("AWS_OUTBOX_DYNAMO_TABLE", OWN_OUTBOX);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningStack stack;
    private final Map<String, Object> keys;
    private final Map<String, String> environment;
    private URI address;

    /**
     * @param keys of its configuration, beside those of the stack
     */
    OwnNode(RunningStack stack, Map<String, Object> keys) {
        this(stack, keys, Map.of());
    }

    private OwnNode(RunningStack stack, Map<String, Object> keys, Map<String, String> environment) {
        this.stack = stack;
        this.keys = Map.copyOf(keys);
        this.environment = environment;
    }

    /** One that carries out and announces by itself what is decided there. */
    static OwnNode alone(RunningStack stack, Map<String, Object> keys) {
        return new OwnNode(stack, keys, ALONE);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (address == null) {
            new RequestSteps(stack, stack::server).awaitRoles(stack.server());
            address =
                    stack.parts()
                            .startNode(new ServerNode(NAME, keys, environment, List.of(CLOCK)));
            steps().awaitRoles(address);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (address != null && context.getRequiredTestClass().getEnclosingClass() == null) {
            stack.parts().end(NAME);
            address = null;
        }
    }

    RunningStack stack() {
        return stack;
    }

    URI address() {
        return address;
    }

    /** All at this server. */
    RequestSteps steps() {
        return new RequestSteps(stack, this::address);
    }

    /** The server's clock runs on from there. */
    void setClock(Instant now) {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/healthcheck"))
                        .timeout(PATIENCE)
                        .header(ClockSetter.HEADER, now.toString())
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new AssertionError("the clock is not set: " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
