package org.consoleme.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRun.AccountOutcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A run of a job as the console shows it.
 *
 * @param heldBack why it published nothing, with figures, where {@code accept_drop} would publish
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
                run.accounts().stream().map(a -> OutcomeJson.of(a, accounts)).toList());
    }
}
