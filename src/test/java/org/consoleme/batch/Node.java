package org.consoleme.batch;

import static org.consoleme.fakes.InMemoryAccounts.account;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.batch.runtime.BatchStatus;
import java.time.Instant;
import java.util.Map;
import org.consoleme.accounts.AccountSettings;
import org.consoleme.accounts.AccountStatus;
import org.consoleme.accounts.AccountsToRead;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryJobRuns;
import org.consoleme.fakes.InMemoryLeases;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobSchedules;
import org.consoleme.testing.SettableClock;

/** A node of its own over shared stores: two accounts, and a suspended one. */
final class Node {
    final FakeJobOperator operator;
    final LocalRuns local = new LocalRuns();
    final BatchJobRunner runner;
    final RunWatch watch;
    final DueJobs due;
    final Shared shared;

    Node(Shared shared, String name) {
        this(shared, name, new FakeJobOperator());
    }

    /** A node that starts again keeps its job repository. */
    Node(Shared shared, String name, FakeJobOperator operator) {
        this.shared = shared;
        this.operator = operator;
        BatchSettings settings =
                BatchSettings.from(new MapConfiguration(Map.of("node.name", name)), "host");
        ScheduleRule rule =
                new ScheduleRule(
                        JobSchedules.from(MapConfiguration.empty()),
                        shared.runs,
                        shared.accounts,
                        shared.indexes);
        runner =
                new BatchJobRunner(
                        operator,
                        shared.runs,
                        shared.leases,
                        new AccountsToRead(
                                shared.accounts, AccountSettings.from(MapConfiguration.empty())),
                        local,
                        rule,
                        settings,
                        shared.clock);
        watch = new RunWatch(operator, shared.runs, local, runner, shared.meters, shared.clock);
        due =
                new DueJobs(
                        runner,
                        new Recovery(operator, runner, shared.runs, local, settings, shared.clock),
                        local,
                        shared.runs,
                        shared.accounts,
                        shared.indexes,
                        rule,
                        shared.meters,
                        shared.clock);
    }

    JobRun latest(JobId job) {
        return shared.runs.latest(job, 1).getFirst();
    }

    /** How often this node has started a job. */
    long count(String job) {
        return operator.started().stream().filter(job::equals).count();
    }

    /** Starts a job, which ends at once. */
    void ended(JobId job, BatchStatus status) {
        runner.start(job, "bo");
        operator.end(operator.last().id(), status, status.name());
        shared.runs.save(
                RunRecord.ended(
                        latest(job),
                        JobRun.BatchStatus.valueOf(status.name()),
                        status.name(),
                        shared.clock.instant()));
        local.find(job)
                .ifPresent(
                        mine -> {
                            mine.lease().close();
                            local.remove(mine);
                        });
    }

    /** What all nodes see. */
    static final class Shared {
        final SettableClock clock = SettableClock.atNoon();
        final SimpleMeterRegistry registry = new SimpleMeterRegistry();
        final JobMeters meters = new JobMeters(registry, clock);
        final InMemoryJobRuns runs = new InMemoryJobRuns();
        final InMemoryLeases leases = new InMemoryLeases(clock);
        final InMemoryAccountIndexes indexes = new InMemoryAccountIndexes();
        final InMemoryAccounts accounts =
                InMemoryAccounts.of(
                        Instant.EPOCH,
                        account("222222222222", "two"),
                        account("111111111111", "one"),
                        account("333333333333", "gone", AccountStatus.SUSPENDED, true));
    }
}
