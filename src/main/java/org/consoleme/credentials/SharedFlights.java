package org.consoleme.credentials;

import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;

/**
 * Equal calls that are under way at the same time share one answer of STS. In this node's memory
 * only; nothing is kept.
 */
@Single
public class SharedFlights {
    private final CredentialBroker broker;
    private final ConcurrentHashMap<Key, CompletableFuture<TemporaryCredentials>> flights =
            new ConcurrentHashMap<>();

    @Inject
    public SharedFlights(CredentialBroker broker) {
        this.broker = broker;
    }

    public TemporaryCredentials assume(UserId user, AssumeRole request) {
        Key key = new Key(user, request);
        CompletableFuture<TemporaryCredentials> mine = new CompletableFuture<>();
        CompletableFuture<TemporaryCredentials> other = flights.putIfAbsent(key, mine);
        if (other != null) {
            return await(other);
        }
        try {
            mine.complete(broker.assume(request));
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            flights.remove(key);
        }
        return await(mine);
    }

    private static TemporaryCredentials await(CompletableFuture<TemporaryCredentials> flight) {
        try {
            return flight.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw new ProblemException(problem.problem(), problem);
            }
            throw e;
        }
    }

    private record Key(UserId user, AssumeRole request) {}
}
