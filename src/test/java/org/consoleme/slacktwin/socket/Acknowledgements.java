package org.consoleme.slacktwin.socket;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.consoleme.slacktwin.command.AppReply;
import org.consoleme.slacktwin.http.Json;

/** Who waits for which envelope to be acknowledged. */
final class Acknowledgements {

    private static final AppReply AGAIN = new AppReply(0, "", "");

    private record Waiting(Connection connection, CompletableFuture<AppReply> reply) {}

    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    void expect(String envelopeId, Connection connection) {
        waiting.put(envelopeId, new Waiting(connection, new CompletableFuture<>()));
    }

    /**
     * Waits for an acknowledgement.
     *
     * @param end by {@link System#nanoTime}
     * @return empty if the envelope is to be delivered again
     */
    Optional<AppReply> await(String envelopeId, long end) throws TimeoutException {
        try {
            AppReply reply =
                    waiting.get(envelopeId)
                            .reply()
                            .get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            return Optional.of(reply).filter(r -> r.status() != AGAIN.status());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            waiting.remove(envelopeId);
        }
    }

    void heard(JsonNode ack) {
        JsonNode payload = ack.path("payload");
        String body = payload.isContainerNode() ? Json.write(payload) : payload.asText("");
        AppReply reply =
                new AppReply(200, payload.isContainerNode() ? "application/json" : "", body);
        complete(ack.path("envelope_id").asText(), reply);
    }

    void lost(String envelopeId) {
        complete(envelopeId, AGAIN);
    }

    void gone(Connection connection) {
        waiting.values().stream()
                .filter(w -> w.connection() == connection)
                .forEach(w -> w.reply().complete(AGAIN));
    }

    private void complete(String envelopeId, AppReply reply) {
        Waiting waits = waiting.get(envelopeId);
        if (waits != null) {
            waits.reply().complete(reply);
        }
    }
}
