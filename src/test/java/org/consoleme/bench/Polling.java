package org.consoleme.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Looks again and again, up to a deadline. */
final class Polling {
    private Polling() {}

    static void until(Duration deadline, Duration pause, Callable<Boolean> done) {
        Awaitility.await().pollInSameThread().pollInterval(pause).atMost(deadline).until(done);
    }
}
