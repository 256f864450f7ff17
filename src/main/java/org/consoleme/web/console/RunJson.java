package org.consoleme.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRun.AccountOutcome;
import org.consoleme.operations.JobRun.AccountOutcome.State;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A run of a job as the console shows it.
 *
 * @param heldBack why it published nothing, with figures, where {@code accept_drop} would publish
 * @param total accounts; 0 where the job works on all data at once
 * @param done accounts that are through, whatever came of them
 * @param failed of these
 * @param accounts what became of each; none in lists of runs
 */
public record RunJson(
        String id,
        String job,
        @Schema(
                        enumeration = {
                            "STARTING",
                            "STARTED",
                            "STOPPING",
                            "STOPPED",
                            "FAILED",
                            "COMPLETED",
                            "ABANDONED"
                        })
                String batchStatus,
        Optional<String> exitStatus,
        Optional<String> heldBack,
        Instant startedAt,
        Optional<Instant> endedAt,
        String startedBy,
        String node,
        int total,
        long done,
        long failed,
        List<OutcomeJson> accounts) {

    /** What became of one account. */
    public record OutcomeJson(
            String accountId,
            String accountName,
            @Schema(enumeration = {"WAITING", "RUNNING", "COMPLETED", "FAILED", "SKIPPED"})
                    String outcome,
            Optional<String> detail,
            long items,
            Optional<Instant> endedAt) {
        static OutcomeJson of(AccountOutcome outcome, AccountList accounts) {
            return new OutcomeJson(
                    outcome.account().value(),
                    accounts.find(outcome.account())
                            .map(Account::name)
                            .orElse(outcome.account().value()),
                    outcome.state().name(),
                    outcome.detail(),
                    outcome.items(),
                    outcome.endedAt());
        }
    }

    static RunJson of(JobRun run, AccountList accounts) {
        return drawn(run, run.accounts().stream().map(a -> OutcomeJson.of(a, accounts)).toList());
    }

    /** As a line in a list: thousands of accounts are told of their own run alone. */
    static RunJson line(JobRun run) {
        return drawn(run, List.of());
    }

    private static RunJson drawn(JobRun run, List<OutcomeJson> accounts) {
        return new RunJson(
                run.id(),
                run.job().value(),
                run.batchStatus().name(),
                run.exitStatus(),
                run.heldBack(),
                run.startedAt(),
                run.endedAt(),
                run.startedBy(),
                run.node(),
                run.accounts().size(),
                run.accounts().stream().filter(a -> a.endedAt().isPresent()).count(),
                run.accounts().stream().filter(a -> a.state() == State.FAILED).count(),
                accounts);
    }
}
