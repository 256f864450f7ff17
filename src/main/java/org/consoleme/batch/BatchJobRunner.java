package org.consoleme.batch;

import com.github.f4b6a3.ulid.UlidCreator;
import jakarta.batch.operations.JobOperator;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.consoleme.accounts.AccountsToRead;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRunner;
import org.consoleme.operations.JobRuns;
import org.consoleme.operations.Leases;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs with Jakarta Batch, one run of a job at a time over all nodes: whoever holds the lease
 * {@code job:<name>} runs it.
 */
@Single
public class BatchJobRunner implements JobRunner {
    static final String RUN_ID = "run_id";
    static final Duration LEASE_LIFE = Duration.ofSeconds(60);
    private static final int RECENT = 5;
    private static final Logger LOG = LoggerFactory.getLogger(BatchJobRunner.class);

    private final JobOperator operator;
    private final JobRuns runs;
    private final Leases leases;
    private final AccountsToRead accounts;
    private final LocalRuns local;
    private final ScheduleRule rule;
    private final BatchSettings settings;
    private final Clock clock;

    @Inject
    public BatchJobRunner(
            JobOperator operator,
            JobRuns runs,
            Leases leases,
            AccountsToRead accounts,
            LocalRuns local,
            ScheduleRule rule,
            BatchSettings settings,
            Clock clock) {
        this.operator = operator;
        this.runs = runs;
        this.leases = leases;
        this.accounts = accounts;
        this.local = local;
        this.rule = rule;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public JobRun start(JobId job, String startedBy, Map<String, String> given) {
        JobCatalog.Definition definition = JobCatalog.of(job);
        definition.check(given);
        synchronized (local) {
            return start(definition, startedBy, given, lease(job));
        }
    }

    private JobRun start(
            JobCatalog.Definition definition,
            String startedBy,
            Map<String, String> given,
            Leases.Lease lease) {
        JobId job = definition.job();
        try {
            Instant now = clock.instant();
            failWhatNobodyRuns(job, now);
            JobRun run =
                    RunRecord.begun(
                            UlidCreator.getUlid(now.toEpochMilli()).toString(),
                            job,
                            now,
                            startedBy,
                            settings.node(),
                            definition.perAccount()
                                    ? RunRecord.waiting(accounts.handle(), now)
                                    : List.of());
            runs.save(run);
            begin(run, lease, parameters(run, given));
            return run;
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    @Override
    public void stop(String runId) {
        JobRun run =
                runs.find(runId)
                        .orElseThrow(() -> new Problem.NotFound("job run", runId).asException());
        if (run.batchStatus().ended()) {
            throw new Problem.Conflict("The run has ended: " + run.batchStatus() + ".")
                    .asException();
        }
        runs.wishStop(runId);
        local.find(run.job())
                .filter(mine -> mine.run().id().equals(runId))
                .ifPresent(mine -> BatchCalls.stop(operator, mine));
    }

    @Override
    public List<Plan> plans() {
        return JobCatalog.ALL.stream().map(this::plan).toList();
    }

    /** What is overdue, or never ran, comes next: now. */
    private Plan plan(JobCatalog.Definition definition) {
        Instant now = clock.instant();
        return new Plan(
                definition.job(),
                definition.description(),
                rule.words(definition),
                rule.next(definition.job(), runs.latest(definition.job(), 1).stream().findFirst())
                        .map(next -> next.isBefore(now) ? now : next));
    }

    /** The lease of a job that does not run on this node. */
    Leases.Lease lease(JobId job) {
        if (local.find(job).isPresent()) {
            throw underWay(job);
        }
        return leases.take("job:" + job, settings.node(), LEASE_LIFE)
                .orElseThrow(() -> underWay(job));
    }

    private void begin(JobRun run, Leases.Lease lease, Properties parameters) {
        try {
            long execution = operator.start(run.job().value(), parameters);
            local.add(new LocalRun(run, execution, lease, clock.instant()));
            LOG.atInfo()
                    .addKeyValue("job", run.job())
                    .addKeyValue("execution", run.id())
                    .log("job started");
        } catch (RuntimeException e) {
            fail(run, "FAILED: the job could not be started");
            throw e;
        }
    }

    private Properties parameters(JobRun run, Map<String, String> given) {
        Map<String, String> all = new HashMap<>(given);
        all.put(RUN_ID, run.id());
        all.put("threads", Integer.toString(settings.threads()));
        Properties parameters = new Properties();
        parameters.putAll(all);
        return parameters;
    }

    /** We hold the lease: a run that has not ended has lost its node. */
    private void failWhatNobodyRuns(JobId job, Instant now) {
        for (JobRun lost : runs.latest(job, RECENT)) {
            if (!lost.batchStatus().ended()) {
                LOG.atWarn()
                        .addKeyValue("job", job)
                        .addKeyValue("execution", lost.id())
                        .log("job run lost its node");
                runs.save(
                        RunRecord.ended(
                                lost,
                                JobRun.BatchStatus.FAILED,
                                "FAILED: the node " + lost.node() + " went away",
                                now));
            }
        }
    }

    private void fail(JobRun run, String exitStatus) {
        runs.save(RunRecord.ended(run, JobRun.BatchStatus.FAILED, exitStatus, clock.instant()));
    }

    private RuntimeException underWay(JobId job) {
        Optional<JobRun> run =
                runs.latest(job, RECENT).stream()
                        .filter(one -> !one.batchStatus().ended())
                        .findFirst();
        return new Problem.Conflict(
                        run.map(r -> "Run " + r.id() + " of " + job + " is under way.")
                                .orElse("A run of " + job + " is just beginning or ending."))
                .asException();
    }
}
