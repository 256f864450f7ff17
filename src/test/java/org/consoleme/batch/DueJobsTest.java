package org.consoleme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.batch.runtime.BatchStatus;
import java.time.Duration;
import java.util.List;
import org.consoleme.accounts.AccountList;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.operations.JobRun;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import org.junit.jupiter.api.Test;

class DueJobsTest {
    private static final List<String> CHAIN =
            List.of("accounts", "account-iam", "aggregate", "authorization");

    private final Node.Shared shared = new Node.Shared();
    private final Node node = new Node(shared, "a");

    @Test
    void aFirstStartBeginsTheChainAndWhatNeedsNoAccounts() {
        shared.accounts.replace(AccountList.NONE);

        node.due.look();

        assertThat(node.operator.started())
                .containsExactly("accounts", "deliver-events", "expire-grants", "expire-requests");
    }

    @Test
    void theChainRunsToItsEnd() {
        shared.accounts.replace(AccountList.NONE);
        node.due.look();
        for (String job : CHAIN) {
            node.operator.end(node.operator.last(job).id(), BatchStatus.COMPLETED, "COMPLETED");
            node.watch.look();
        }

        assertThat(node.operator.started())
                .filteredOn(CHAIN::contains)
                .containsExactlyElementsOf(CHAIN);
    }

    @Test
    void aJobIsDueAgainAfterItsTimeAndAtMostATenthMore() {
        node.ended(JobCatalog.ACCOUNTS, BatchStatus.COMPLETED);
        shared.clock.advance(Duration.ofMinutes(60).minusSeconds(1));
        node.due.look();
        assertThat(node.count("accounts")).isEqualTo(1);

        shared.clock.advance(Duration.ofMinutes(6).plusSeconds(2));
        node.due.look();

        assertThat(node.count("accounts")).isEqualTo(2);
    }

    @Test
    void aFailedRunIsTriedAgainSoon() {
        node.ended(JobCatalog.ACCOUNTS, BatchStatus.FAILED);
        shared.clock.advance(Duration.ofMinutes(6));

        node.due.look();

        assertThat(node.count("accounts")).isEqualTo(2);
    }

    @Test
    void lostCachesFillAgainSoon() {
        index();
        node.ended(JobCatalog.ACCOUNTS, BatchStatus.COMPLETED);
        node.ended(JobCatalog.ACCOUNT_IAM, BatchStatus.COMPLETED);
        shared.clock.advance(Duration.ofMinutes(6));
        node.due.look();
        assertThat(node.count("account-iam")).isEqualTo(1);

        shared.indexes.retire(new AccountId("111111111111"));
        node.due.look();

        assertThat(node.count("account-iam")).isEqualTo(2);
    }

    @Test
    void nothingIsPublishedBeforeAnythingWasRead() {
        node.due.look();

        assertThat(node.operator.started()).doesNotContain("authorization");
    }

    @Test
    void twoNodesDoNotRunAJobTwice() {
        Node other = new Node(shared, "b");

        node.due.look();
        other.due.look();

        assertThat(other.operator.started()).doesNotContain("accounts");
    }

    @Test
    void aNodeThatStartsAgainFinishesItsRunWithTheSameParameters() {
        JobRun run = node.runner.start(JobCatalog.ACCOUNT_IAM, "bo");
        node.operator.end(1, BatchStatus.FAILED, "FAILED");
        Node again = new Node(shared, "a", node.operator);

        again.due.look();

        FakeJobOperator.Execution resumed =
                (FakeJobOperator.Execution) node.operator.getJobExecution(2);
        assertThat(resumed.instance()).isEqualTo(1);
        assertThat(resumed.parameters().getProperty("run_id")).isEqualTo(run.id());
        node.operator.end(2, BatchStatus.COMPLETED, "COMPLETED");
        again.watch.look();
        assertThat(shared.runs.find(run.id()).orElseThrow().exitStatus()).contains("COMPLETED");
    }

    @Test
    void aRunThatBatchFinishedJustBeforeTheCrashIsOnlyWrittenDown() {
        JobRun run = node.runner.start(JobCatalog.AUTHORIZATION, "bo");
        index();
        node.operator.end(1, BatchStatus.COMPLETED, "COMPLETED");
        Node again = new Node(shared, "a", node.operator);

        again.due.look();
        again.watch.look();

        assertThat(shared.runs.find(run.id()).orElseThrow().exitStatus()).contains("COMPLETED");
        assertThat(node.count("authorization")).isEqualTo(1);
    }

    @Test
    void aRunThatWasToStopIsNotResumed() {
        JobRun run = node.runner.start(JobCatalog.ACCOUNT_IAM, "bo");
        shared.runs.wishStop(run.id());
        node.operator.end(1, BatchStatus.STOPPED, "STOPPED");
        Node again = new Node(shared, "a", node.operator);

        again.due.look();
        again.watch.look();

        assertThat(shared.runs.find(run.id()).orElseThrow().batchStatus())
                .isEqualTo(JobRun.BatchStatus.STOPPED);
    }

    @Test
    void aNodeThatLostItsJobRepositoryBeginsTheRunAnew() {
        JobRun run = node.runner.start(JobCatalog.ACCOUNT_IAM, "bo");
        Node again = new Node(shared, "a", new FakeJobOperator());
        shared.clock.advance(Duration.ofSeconds(1));

        again.due.look();

        assertThat(shared.runs.find(run.id()).orElseThrow().batchStatus())
                .isEqualTo(JobRun.BatchStatus.FAILED);
        assertThat(again.latest(JobCatalog.ACCOUNT_IAM).startedBy()).isEqualTo("recovery");
    }

    @Test
    void aRunThatBringsItsNodeDownEveryTimeIsGivenUp() {
        JobRun run = node.runner.start(JobCatalog.ACCOUNT_IAM, "bo");
        for (int crash = 1; crash <= 5; crash++) {
            node.operator.end(node.operator.last("account-iam").id(), BatchStatus.FAILED, "FAILED");
            shared.clock.advance(Duration.ofSeconds(1));
            new Node(shared, "a", node.operator).due.look();
        }

        assertThat(shared.runs.find(run.id()).orElseThrow().batchStatus())
                .isEqualTo(JobRun.BatchStatus.FAILED);
    }

    @Test
    void aRunOfANodeThatIsGoneIsFailedAndBegunAnewOnceItsLeaseIsFree() {
        JobRun run = node.runner.start(JobCatalog.ACCOUNT_IAM, "bo");
        Node other = new Node(shared, "b");
        shared.clock.advance(Duration.ofSeconds(59));
        other.due.look();
        assertThat(other.operator.started()).doesNotContain("account-iam");

        shared.clock.advance(Duration.ofSeconds(2));
        other.due.look();

        JobRun lost = shared.runs.find(run.id()).orElseThrow();
        assertThat(lost.batchStatus()).isEqualTo(JobRun.BatchStatus.FAILED);
        assertThat(lost.exitStatus()).contains("FAILED: the node a went away");
        assertThat(other.latest(JobCatalog.ACCOUNT_IAM).node()).isEqualTo("b");
    }

    @Test
    void aStoreThatDoesNotAnswerIsAskedAgain() {
        shared.runs.failsWith(new Problem.Unavailable("DynamoDB", Duration.ofSeconds(1)));
        node.due.look();
        assertThat(node.operator.started()).isEmpty();

        shared.runs.works();
        node.due.look();

        assertThat(node.operator.started()).contains("accounts");
    }

    private void index() {
        shared.indexes.publish(
                new AccountIndex(
                        new AccountId("111111111111"), "v", shared.clock.instant(), List.of()));
    }
}
