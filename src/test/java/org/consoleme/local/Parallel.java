package org.consoleme.local;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts parts at the same time. */
final class Parallel {
    private Parallel() {}

    /**
     * Virtual threads, as the common pool has one thread on a machine with two cores.
     *
     * @throws LocalStackException the first one's, when all have ended
     */
    static void run(List<Runnable> starts) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(
                            starts.stream()
                                    .map(start -> CompletableFuture.runAsync(start, threads))
                                    .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LocalStackException cause ? cause : e;
        }
    }
}
