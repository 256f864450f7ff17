package org.consoleme.fakes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRuns;
import org.consoleme.shared.Problem;

/** The record of runs. Saving a run never takes a stop wish back. */
public final class InMemoryJobRuns implements JobRuns {
    private final Map<String, JobRun> runs = new ConcurrentSkipListMap<>();
    private volatile Optional<Problem> problem = Optional.empty();

    public void failsWith(Problem problem) {
        this.problem = Optional.of(problem);
    }

    public void works() {
        problem = Optional.empty();
    }

    @Override
    public void save(JobRun run) {
        failIfTold();
        runs.merge(
                run.id(),
                run,
                (old, now) -> with(now, old.stopWished() || now.stopWished(), now.accounts()));
    }

    @Override
    public void report(String runId, JobRun.AccountOutcome outcome) {
        failIfTold();
        runs.computeIfPresent(
                runId,
                (id, run) -> {
                    List<JobRun.AccountOutcome> all = new ArrayList<>(run.accounts());
                    all.removeIf(other -> other.account().equals(outcome.account()));
                    all.add(outcome);
                    all.sort(Comparator.comparing(JobRun.AccountOutcome::account));
                    return with(run, run.stopWished(), all);
                });
    }

    @Override
    public Optional<JobRun> find(String runId) {
        failIfTold();
        return Optional.ofNullable(runs.get(runId));
    }

    @Override
    public List<JobRun> latest(JobId job, int limit) {
        failIfTold();
        return runs.values().stream()
                .filter(run -> run.job().equals(job))
                .sorted(Comparator.comparing(JobRun::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public void wishStop(String runId) {
        failIfTold();
        runs.computeIfPresent(runId, (id, run) -> with(run, true, run.accounts()));
    }

    private void failIfTold() {
        problem.ifPresent(
                p -> {
                    throw p.asException();
                });
    }

    private static JobRun with(
            JobRun run, boolean stopWished, List<JobRun.AccountOutcome> accounts) {
        return new JobRun(
                run.id(),
                run.job(),
                run.batchStatus(),
                run.exitStatus(),
                run.startedAt(),
                run.endedAt(),
                run.startedBy(),
                run.node(),
                stopWished,
                accounts);
    }
}
