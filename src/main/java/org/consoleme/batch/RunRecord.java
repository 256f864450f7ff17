package org.consoleme.batch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.accounts.AccountsToRead;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRun.AccountOutcome;

/** How a run's record begins and ends. */
final class RunRecord {
    private RunRecord() {}

    static JobRun begun(
            String id,
            JobId job,
            Instant at,
            String startedBy,
            String node,
            List<AccountOutcome> accounts) {
        return new JobRun(
                id,
                job,
                JobRun.BatchStatus.STARTED,
                Optional.empty(),
                at,
                Optional.empty(),
                startedBy,
                node,
                false,
                accounts);
    }

    static JobRun ended(JobRun run, JobRun.BatchStatus status, String exitStatus, Instant at) {
        return new JobRun(
                run.id(),
                run.job(),
                status,
                Optional.of(exitStatus),
                run.startedAt(),
                Optional.of(at),
                run.startedBy(),
                run.node(),
                run.stopWished(),
                run.accounts());
    }

    /** Every known account: waiting, or skipped with the reason. */
    static List<AccountOutcome> waiting(List<AccountsToRead.Choice> choices, Instant at) {
        return choices.stream()
                .map(
                        choice ->
                                choice.read()
                                        ? new AccountOutcome(
                                                choice.account().id(),
                                                AccountOutcome.State.WAITING,
                                                Optional.empty(),
                                                0,
                                                Optional.empty())
                                        : new AccountOutcome(
                                                choice.account().id(),
                                                AccountOutcome.State.SKIPPED,
                                                choice.leftOut(),
                                                0,
                                                Optional.of(at)))
                .toList();
    }
}
