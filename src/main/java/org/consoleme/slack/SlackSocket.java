package org.consoleme.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.bolt.App;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.consoleme.operations.Check;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Socket Mode: a connection that we open to Slack, over which requests come that would else come by
 * HTTP. They take the same way through the same app, with the same checks but for the signature:
 * only Slack knows the address. Each node has its own connection; Slack gives a request to one.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/using-socket-mode">Socket Mode</a>
 */
@Single
public class SlackSocket implements Check {
    private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);

    /** Slack pings several times a minute. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private static final int LONGEST_MESSAGE = 1 << 20;

    private final SlackApi slack;
    private final SlackSettings settings;
    private final SocketEnvelopes envelopes;
    private final ManagedExecutorService executor;
    private final Clock clock;
    private final ReentrantLock sending = new ReentrantLock();
    private final HttpClient http;
    private volatile Connection current;

    @Inject
    public SlackSocket(
            SlackApi slack,
            SlackSettings settings,
            SocketEnvelopes envelopes,
            ManagedExecutorService executor,
            Clock clock) {
        this.slack = slack;
        this.settings = settings;
        this.envelopes = envelopes;
        this.executor = executor;
        this.clock = clock;
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(settings.timeout())
                        .executor(executor)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /**
     * Connects if there is no live connection; to be called every few seconds, by one thread. Not
     * before we know what is for us: Slack gives what comes meanwhile to another node, or tries
     * again.
     */
    public void keep(App app) {
        Connection connection = current;
        if (!envelopes.ready() || (connection != null && connection.answers())) {
            return;
        }
        try {
            Connection next = new Connection(app);
            next.socket =
                    http.newWebSocketBuilder()
                            .connectTimeout(settings.timeout())
                            .buildAsync(URI.create(slack.socketUrl()), next)
                            .get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            current = next;
            LOG.info("slack socket open");
            if (connection != null) {
                connection.leave();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ProblemException e) {
            LOG.atWarn()
                    .addKeyValue("problem", e.problem().getClass().getSimpleName())
                    .log("slack socket not opened");
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("slack socket not opened");
        }
    }

    public boolean connected() {
        Connection connection = current;
        return connection != null && connection.live();
    }

    @Override
    public String name() {
        return "slack socket";
    }

    @Override
    public Finding look() {
        if (!settings.overSocket()) {
            return Finding.off("no slack.app_token: requests come over HTTP");
        }
        return connected()
                ? Finding.up("connected")
                : Finding.degraded(
                        "not connected: Slack can reach nobody here",
                        "check slack.app_token, that Socket Mode is on, and that Slack's wss hosts"
                                + " can be reached");
    }

    public void close() {
        if (current != null) {
            current.leave();
        }
        http.shutdownNow();
    }

    /** One connection, from its opening to its end. */
    private final class Connection implements WebSocket.Listener {
        private final App app;
        private final StringBuilder part = new StringBuilder();
        private volatile WebSocket socket;
        private volatile Instant heard = clock.instant();
        private volatile boolean over;

        Connection(App app) {
            this.app = app;
        }

        boolean live() {
            return !over && heard.plus(LONGEST_SILENCE).isAfter(clock.instant());
        }

        /** The client does not tell of an end that comes right behind a message: sending does. */
        boolean answers() {
            if (live() && sending.tryLock()) {
                sent(socket.sendPing(ByteBuffer.allocate(0)));
            }
            return live();
        }

        void leave() {
            over = true;
            socket.abort();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            heard = clock.instant();
            part.append(data);
            if (part.length() > LONGEST_MESSAGE) {
                over = true;
                from.abort();
                return null;
            }
            if (last) {
                String message = part.toString();
                part.setLength(0);
                take(from, message);
            }
            from.request(1);
            return null;
        }

        private void take(WebSocket from, String message) {
            try {
                JsonObject json = JsonParser.parseString(message).getAsJsonObject();
                if (json.has("envelope_id")) {
                    executor.execute(() -> acknowledge(from, json));
                } else if ("disconnect".equals(json.get("type").getAsString())) {
                    over = true;
                }
            } catch (RejectedExecutionException e) {
                LOG.warn("slack work rejected: busy");
            } catch (JsonParseException | IllegalStateException | NullPointerException e) {
                LOG.warn("slack socket said something that is none of Slack's");
            }
        }

        /** What is not taken is not acknowledged: Slack tries another connection. */
        private void acknowledge(WebSocket to, JsonObject envelope) {
            envelopes.run(app, envelope).ifPresent(answer -> send(to, answer));
        }

        /** One at a time, as the client wants it. */
        private void send(WebSocket to, String answer) {
            sending.lock();
            sent(to.sendText(answer, true));
        }

        /** Waits for what this thread sends while it holds the lock. */
        private void sent(CompletableFuture<WebSocket> message) {
            try {
                message.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                over = true;
                LOG.warn("slack socket takes nothing any more");
            } finally {
                sending.unlock();
            }
        }

        @Override
        public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
            heard = clock.instant();
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            over = true;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            over = true;
        }
    }
}
