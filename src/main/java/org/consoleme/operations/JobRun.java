package org.consoleme.operations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.shared.AccountId;

/**
 * One run of a job, on whatever node. The id is ours (a ULID); Batch's own execution id never
 * leaves its node.
 *
 * @param startedBy the person, or {@code schedule}, or {@code recovery}
 * @param stopWished somebody asked to stop it; the node that runs it obeys
 * @param accounts one entry per account for jobs that work account by account, else empty
 */
public record JobRun(
        String id,
        JobId job,
        BatchStatus batchStatus,
        Optional<String> exitStatus,
        Instant startedAt,
        Optional<Instant> endedAt,
        String startedBy,
        String node,
        boolean stopWished,
        List<AccountOutcome> accounts) {

    /** Begins the exit status of a run in which something failed, such as some accounts. */
    public static final String PARTIAL = "PARTIAL";

    /** Begins the exit status of a run that would have dropped access; the figures follow. */
    public static final String HELD_BACK = "HELD_BACK: ";

    private static final int LONGEST_ID = 96;

    public JobRun {
        accounts = List.copyOf(accounts);
    }

    /** Whether a run can have this id at all: 1 to 96 letters, digits and dashes of ASCII. */
    static boolean isRunId(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_ID
                && text.chars()
                        .allMatch(c -> c == '-' || (c < 128 && Character.isLetterOrDigit(c)));
    }

    /** Why the run published nothing, where that may be accepted; empty for all other runs. */
    public Optional<String> heldBack() {
        return exitStatus
                .filter(status -> status.startsWith(HELD_BACK))
                .map(status -> status.substring(HELD_BACK.length()));
    }

    /** The batch statuses of Jakarta Batch. */
    public enum BatchStatus {
        STARTING,
        STARTED,
        STOPPING,
        STOPPED,
        FAILED,
        COMPLETED,
        ABANDONED;

        public boolean ended() {
            return this == STOPPED || this == FAILED || this == COMPLETED || this == ABANDONED;
        }
    }

    /**
     * What became of one account.
     *
     * @param detail what went wrong, in AWS's words and with what to do
     * @param items how many objects were read
     */
    public record AccountOutcome(
            AccountId account,
            State state,
            Optional<String> detail,
            long items,
            Optional<Instant> endedAt) {
        /** {@code SKIPPED}: suspended, closing, or not to be read. */
        public enum State {
            WAITING,
            RUNNING,
            COMPLETED,
            FAILED,
            SKIPPED
        }
    }
}
