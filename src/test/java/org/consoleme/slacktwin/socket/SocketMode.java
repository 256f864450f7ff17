package org.consoleme.slacktwin.socket;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.consoleme.slacktwin.command.AppEndpoint;
import org.consoleme.slacktwin.command.AppReply;
import org.consoleme.slacktwin.command.SignedRequest;
import org.consoleme.slacktwin.command.Transport;
import org.consoleme.slacktwin.http.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets that the app opened, on 127.0.0.1. An envelope goes to one of them, in turn; breaks
 * that one off before it answers, the same envelope goes to another.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/using-socket-mode">Socket Mode</a>
 */
public final class SocketMode implements Transport, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);

    private final ServerSocket server;
    private final ExecutorService threads;
    private final String appId;
    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final OpenSockets sockets = new OpenSockets();
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final AtomicReference<Envelope> newest = new AtomicReference<>();
    private final AtomicInteger deliveries = new AtomicInteger();
    private final AtomicInteger lostAcks = new AtomicInteger();
    private final AtomicBoolean breaking = new AtomicBoolean();
    private volatile boolean toAll;

    public SocketMode(ExecutorService threads, String appId) {
        this.threads = threads;
        this.appId = appId;
        try {
            server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** What {@code apps.connections.open} answers: good for one connection. */
    public String mint() {
        String ticket = UUID.randomUUID().toString();
        tickets.add(ticket);
        return "ws://127.0.0.1:"
                + server.getLocalPort()
                + "/link/?ticket="
                + ticket
                + "&app_id="
                + appId;
    }

    /** Sockets that are open now. */
    public int connections() {
        return sockets.all().size();
    }

    /** Envelopes that went out, each delivery counted. */
    public int deliveries() {
        return deliveries.get();
    }

    @Override
    public AppReply send(SignedRequest signed) throws IOException, TimeoutException {
        return deliver(Envelope.of(signed));
    }

    /**
     * Delivers the newest envelope once more, as Slack does when an acknowledgement was lost.
     *
     * @throws IllegalStateException if none went out yet
     */
    public AppReply redeliver() throws IOException, TimeoutException {
        Envelope envelope = newest.get();
        if (envelope == null) {
            throw new IllegalStateException("no envelope went out yet");
        }
        return deliver(envelope);
    }

    /** Does not hear the next acknowledgements: Slack then delivers again. */
    public void loseAcknowledgements(int count) {
        lostAcks.set(count);
    }

    /** Gives every envelope to all sockets from now on; the first acknowledgement counts. */
    public void deliverToAll() {
        toAll = true;
    }

    /**
     * Breaks the connection off that has taken the next envelope, and does not hear that it has.
     */
    public void breakOffWithNext() {
        breaking.set(true);
    }

    /**
     * Asks the app to open new sockets, and ends those that there are.
     *
     * @param reason {@code warning} only warns; {@code refresh_requested}, {@code link_disabled}
     */
    public void disconnect(String reason) {
        String text = Notices.disconnect(reason);
        for (Connection connection : sockets.all()) {
            connection.send(text);
            if (!reason.equals("warning")) {
                connection.close();
            }
        }
    }

    /** Breaks all connections without a word. */
    public void breakOff() {
        sockets.all().forEach(Connection::breakOff);
    }

    /** Breaks all connections right behind a message. */
    public void breakOffBehindAMessage() {
        for (Connection connection : sockets.all()) {
            connection.send(Notices.hello(appId, sockets.all().size()));
            connection.breakOff();
        }
    }

    private AppReply deliver(Envelope envelope) throws IOException, TimeoutException {
        long end = System.nanoTime() + AppEndpoint.PATIENCE.toNanos();
        Optional<Connection> last = Optional.empty();
        while (System.nanoTime() < end) {
            Connection to = last.isEmpty() ? sockets.any() : sockets.another(last.get(), end);
            last = Optional.of(to);
            acknowledgements.expect(envelope.id(), to);
            newest.set(envelope);
            deliveries.incrementAndGet();
            if (toAll) {
                sockets.all().stream().filter(c -> c != to).forEach(c -> c.send(envelope.text()));
            }
            if (to.send(envelope.text())) {
                Optional<AppReply> reply = acknowledgements.await(envelope.id(), end);
                if (reply.isPresent()) {
                    return reply.get();
                }
            }
        }
        throw new TimeoutException("no socket acknowledged it in time");
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                LOG.atDebug().setCause(e).log("socket mode ends");
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Map<String, String> asked = Handshake.read(socket.getInputStream()).orElse(Map.of());
            if (!tickets.remove(asked.getOrDefault("ticket", ""))) {
                Handshake.refuse(socket.getOutputStream());
                return;
            }
            Handshake.accept(socket.getOutputStream(), asked.get("key"));
            listen(new Connection(socket));
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("socket broke");
        }
    }

    private void listen(Connection connection) throws IOException {
        try {
            connection.send(Notices.hello(appId, sockets.all().size() + 1));
            sockets.add(connection);
            Optional<String> said = connection.frames().read();
            while (said.isPresent()) {
                if (breaking.getAndSet(false)) {
                    connection.breakOff();
                } else {
                    said.flatMap(Json::read).ifPresent(this::acknowledged);
                }
                said = connection.frames().read();
            }
        } finally {
            sockets.remove(connection);
            acknowledgements.gone(connection);
        }
    }

    private void acknowledged(JsonNode ack) {
        if (lostAcks.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            acknowledgements.lost(ack.path("envelope_id").asText());
        } else {
            acknowledgements.heard(ack);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("socket mode was closed already");
        }
        sockets.all().forEach(Connection::close);
    }
}
