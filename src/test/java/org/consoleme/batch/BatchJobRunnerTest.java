package org.consoleme.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.batch.operations.JobStartException;
import jakarta.batch.runtime.BatchStatus;
import java.time.Duration;
import java.util.Map;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRun.AccountOutcome;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;

class BatchJobRunnerTest {
    private final Node.Shared shared = new Node.Shared();
    private final Node node = new Node(shared, "a");
    private final Node other = new Node(shared, "b");

    @Test
    void aRunIsRecordedBeforeItBeginsWithEveryAccount() {
        JobRun run = node.runner.start(JobCatalog.ACCOUNT_IAM, "bo");

        JobRun record = shared.runs.find(run.id()).orElseThrow();
        assertThat(record.batchStatus()).isEqualTo(JobRun.BatchStatus.STARTED);
        assertThat(record.startedBy()).isEqualTo("bo");
        assertThat(record.node()).isEqualTo("a");
        assertThat(record.accounts())
                .extracting(AccountOutcome::state)
                .containsExactly(
                        AccountOutcome.State.WAITING,
                        AccountOutcome.State.WAITING,
                        AccountOutcome.State.SKIPPED);
        assertThat(node.operator.last().parameters().getProperty("run_id")).isEqualTo(run.id());
        assertThat(node.operator.last().parameters().getProperty("threads")).isEqualTo("4");
    }

    @Test
    void aSecondStartIsAConflictThatNamesTheRunOnAnyNode() {
        JobRun run = node.runner.start(JobCatalog.ACCOUNTS, "bo");

        for (Node any : new Node[] {node, other}) {
            ProblemException thrown =
                    catchThrowableOfType(
                            ProblemException.class,
                            () -> any.runner.start(JobCatalog.ACCOUNTS, "cy"));
            assertThat(thrown.problem()).isInstanceOf(Problem.Conflict.class);
            assertThat(thrown).hasMessageContaining(run.id());
        }
    }

    @Test
    void anUnknownJobIsNotFound() {
        assertThatThrownBy(() -> node.runner.start(new JobId("nope"), "bo"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aParameterThatTheJobDoesNotHaveIsNamed() {
        ProblemException thrown =
                catchThrowableOfType(
                        ProblemException.class,
                        () ->
                                node.runner.start(
                                        JobCatalog.AGGREGATE, "bo", Map.of("accept_drop", "true")));

        assertThat(thrown.problem()).isInstanceOf(Problem.Invalid.class);
        assertThat(shared.runs.latest(JobCatalog.AGGREGATE, 1)).isEmpty();
    }

    @Test
    void aJobsOwnParameterReachesIt() {
        for (JobId job : new JobId[] {JobCatalog.AUTHORIZATION, JobCatalog.ACCOUNTS}) {
            node.runner.start(job, "bo", Map.of("accept_drop", "true"));

            assertThat(node.operator.last().parameters().getProperty("accept_drop"))
                    .isEqualTo("true");
        }
    }

    @Test
    void aStartThatBatchRefusesEndsItsRecordAndGivesTheLeaseBack() {
        node.operator.breaks();

        assertThatThrownBy(() -> node.runner.start(JobCatalog.ACCOUNTS, "bo"))
                .isInstanceOf(JobStartException.class);

        assertThat(node.latest(JobCatalog.ACCOUNTS).batchStatus())
                .isEqualTo(JobRun.BatchStatus.FAILED);
        assertThat(shared.leases.isHeld("job:accounts")).isFalse();
    }

    @Test
    void aRunThatEndedIsWrittenDownAndTheNextJobStarts() {
        JobRun run = node.runner.start(JobCatalog.ACCOUNT_IAM, "bo");
        node.operator.end(1, BatchStatus.COMPLETED, "PARTIAL");

        node.watch.look();

        JobRun ended = shared.runs.find(run.id()).orElseThrow();
        assertThat(ended.exitStatus()).contains(JobRun.PARTIAL);
        assertThat(ended.endedAt()).contains(shared.clock.instant());
        assertThat(shared.leases.isHeld("job:account-iam")).isFalse();
        assertThat(node.latest(JobCatalog.AGGREGATE).startedBy()).isEqualTo("bo");
    }

    @Test
    void nothingFollowsARunThatFailedOrWasStopped() {
        for (BatchStatus status : new BatchStatus[] {BatchStatus.FAILED, BatchStatus.STOPPED}) {
            node.runner.start(JobCatalog.ACCOUNTS, "bo");
            node.operator.end(node.operator.last().id(), status, status.name());
            node.watch.look();
        }

        assertThat(node.operator.started()).containsExactly("accounts", "accounts");
    }

    @Test
    void aStopWishReachesTheNodeThatRunsTheJob() {
        JobRun run = node.runner.start(JobCatalog.ACCOUNTS, "bo");
        other.runner.stop(run.id());
        node.watch.look();
        assertThat(node.operator.last().status()).isEqualTo(BatchStatus.STARTED);

        shared.clock.advance(Duration.ofSeconds(3));
        node.watch.look();

        assertThat(node.operator.last().status()).isEqualTo(BatchStatus.STOPPING);
    }

    @Test
    void aRunThatHasEndedCannotBeStopped() {
        JobRun run = node.runner.start(JobCatalog.AUTHORIZATION, "bo");
        node.operator.end(1, BatchStatus.COMPLETED, "COMPLETED");
        node.watch.look();

        ProblemException thrown =
                catchThrowableOfType(ProblemException.class, () -> node.runner.stop(run.id()));

        assertThat(thrown.problem()).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void aLeaseIsRenewedForAsLongAsTheRunLasts() {
        node.runner.start(JobCatalog.ACCOUNTS, "bo");
        for (int i = 0; i < 10; i++) {
            shared.clock.advance(Duration.ofSeconds(20));
            node.watch.look();
        }

        assertThat(shared.leases.isHeld("job:accounts")).isTrue();
        assertThat(node.operator.last().status()).isEqualTo(BatchStatus.STARTED);
    }

    @Test
    void aRunWhoseLeaseWasLostStops() {
        node.runner.start(JobCatalog.ACCOUNTS, "bo");
        shared.leases.steal("job:accounts", "b", Duration.ofMinutes(5));
        shared.clock.advance(Duration.ofSeconds(15));

        node.watch.look();

        assertThat(node.operator.last().status()).isEqualTo(BatchStatus.STOPPING);
    }

    @Test
    void anEndThatCannotBeWrittenDownIsWrittenLater() {
        JobRun run = node.runner.start(JobCatalog.AUTHORIZATION, "bo");
        node.operator.end(1, BatchStatus.COMPLETED, "COMPLETED");
        shared.runs.failsWith(new Problem.Unavailable("DynamoDB", Duration.ofSeconds(1)));
        node.watch.look();
        assertThat(node.local.all()).hasSize(1);

        shared.runs.works();
        node.watch.look();

        assertThat(shared.runs.find(run.id()).orElseThrow().batchStatus())
                .isEqualTo(JobRun.BatchStatus.COMPLETED);
    }

    @Test
    void plansSayWhenAJobRunsNext() {
        assertThat(node.runner.plans())
                .extracting(plan -> plan.job() + ": " + plan.schedule())
                .containsExactly(
                        "accounts: every 60 min, then account-iam",
                        "account-iam: every 45 min, then aggregate",
                        "aggregate: after account-iam, then authorization",
                        "authorization: every 5 min",
                        "deliver-events: every 5 min",
                        "expire-grants: every 10 min",
                        "expire-requests: every 10 min");
    }

    @Test
    void defect33_aJobThatNeverRanIsNextNowAndNotInTheDistantPast() {
        assertThat(node.runner.plans().getFirst().nextRunAt()).contains(shared.clock.instant());
    }
}
