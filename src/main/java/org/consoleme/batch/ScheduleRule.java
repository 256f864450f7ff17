package org.consoleme.batch;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.consoleme.accounts.Accounts;
import org.consoleme.inventory.AccountIndexes;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRuns;
import org.consoleme.operations.JobSchedules;
import org.consoleme.shared.UseCase;

/**
 * When a job is due, counted from the start of its latest run on any node: so all nodes agree, and
 * a job that followed another does not run again at once. Up to a tenth of the time is added, by
 * chance of the run's id, so that jobs do not fall into step.
 */
@UseCase
public class ScheduleRule {
    /** After a run that failed. */
    static final Duration SOON = Duration.ofMinutes(5);

    /** After the first runs of all that left nothing: nobody finds a role until there is some. */
    static final Duration VERY_SOON = Duration.ofSeconds(30);

    /** What these did not bring, the next ones will hardly. */
    static final int FIRST_RUNS = 5;

    private static final int JITTER_PART = 10;

    private final JobSchedules schedules;
    private final JobRuns runs;
    private final Accounts accounts;
    private final AccountIndexes indexes;

    @Inject
    public ScheduleRule(
            JobSchedules schedules, JobRuns runs, Accounts accounts, AccountIndexes indexes) {
        this.schedules = schedules;
        this.runs = runs;
        this.accounts = accounts;
        this.indexes = indexes;
    }

    /**
     * @return {@link Instant#EPOCH} if the job never ran; empty if it has no schedule or is under
     *     way
     */
    Optional<Instant> next(JobId job, Optional<JobRun> latest) {
        return schedules.of(job).flatMap(every -> after(job, latest, every));
    }

    String words(JobCatalog.Definition definition) {
        String when =
                schedules
                        .of(definition.job())
                        .map(ScheduleRule::every)
                        .or(
                                () ->
                                        JobCatalog.before(definition.job())
                                                .map(before -> "after " + before))
                        .orElse("when asked");
        return when + definition.follower().map(next -> ", then " + next).orElse("");
    }

    private Optional<Instant> after(JobId job, Optional<JobRun> latest, Duration every) {
        if (latest.isEmpty()) {
            return Optional.of(Instant.EPOCH);
        }
        JobRun run = latest.get();
        if (!run.batchStatus().ended()) {
            return Optional.empty();
        }
        Duration wait = pause(job, run, every);
        long jitter = Math.floorMod(run.id().hashCode(), wait.toSeconds() / JITTER_PART + 1);
        return Optional.of(run.startedAt().plus(wait).plusSeconds(jitter));
    }

    private Duration pause(JobId job, JobRun run, Duration every) {
        if (hasNothing(job)) {
            boolean first = runs.latest(job, FIRST_RUNS).size() < FIRST_RUNS;
            return shorter(every, first ? VERY_SOON : SOON);
        }
        return endedBadly(run) ? shorter(every, SOON) : every;
    }

    /** Whether what the job makes is missing, as after the loss of a cache. */
    private boolean hasNothing(JobId job) {
        return (job.equals(JobCatalog.ACCOUNTS) && accounts.current().accounts().isEmpty())
                || (job.equals(JobCatalog.ACCOUNT_IAM) && indexes.versions().isEmpty());
    }

    /** Nobody wished that it stop: it lost its lease. */
    private static boolean endedBadly(JobRun run) {
        return run.batchStatus() == JobRun.BatchStatus.FAILED
                || (run.batchStatus() == JobRun.BatchStatus.STOPPED && !run.stopWished());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String every(Duration every) {
        return every.toSeconds() % 60 == 0
                ? "every " + every.toMinutes() + " min"
                : "every " + every.toSeconds() + " s";
    }
}
