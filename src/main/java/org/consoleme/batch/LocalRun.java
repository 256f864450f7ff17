package org.consoleme.batch;

import java.time.Instant;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.Leases;

/** A run that goes on in this process: what the watch needs to know of it. */
final class LocalRun {
    private final JobRun run;
    private final long execution;
    private final Leases.Lease lease;
    private volatile boolean stopSent;
    private volatile Instant renewed;
    private volatile Instant polled;

    LocalRun(JobRun run, long execution, Leases.Lease lease, Instant now) {
        this.run = run;
        this.execution = execution;
        this.lease = lease;
        this.renewed = now;
        this.polled = now;
    }

    JobRun run() {
        return run;
    }

    long execution() {
        return execution;
    }

    Leases.Lease lease() {
        return lease;
    }

    Instant renewed() {
        return renewed;
    }

    void renewedAt(Instant at) {
        renewed = at;
    }

    Instant polled() {
        return polled;
    }

    void polledAt(Instant at) {
        polled = at;
    }

    boolean stopSent() {
        return stopSent;
    }

    void stopWasSent() {
        stopSent = true;
    }
}
