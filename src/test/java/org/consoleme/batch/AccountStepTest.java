package org.consoleme.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.batch.api.partition.PartitionPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.accounts.AccountList;
import org.consoleme.fakes.InMemoryIamArchive;
import org.consoleme.fakes.InMemoryIamCache;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.fakes.ScriptedIamReader;
import org.consoleme.inventory.InventorySettings;
import org.consoleme.inventory.RefreshAccount;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRun.AccountOutcome;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.IamObjects;
import org.junit.jupiter.api.Test;

class AccountStepTest {
    private static final AccountId ONE = new AccountId("111111111111");
    private static final AccountId TWO = new AccountId("222222222222");

    private final Node.Shared shared = new Node.Shared();
    private final Node node = new Node(shared, "a");
    private final ScriptedIamReader reader = new ScriptedIamReader();

    @Test
    void everyDefaultIsPinned() {
        assertThat(BatchSettings.from(MapConfiguration.empty(), "host"))
                .isEqualTo(new BatchSettings(true, 4, "host"));
    }

    @Test
    void threadsHaveBounds() {
        assertThatThrownBy(
                        () ->
                                BatchSettings.from(
                                        new MapConfiguration(Map.of("jobs.threads", 65)), "host"))
                .hasMessageStartingWith("jobs.threads");
    }

    @Test
    void thereIsAPartitionForEachAccountToReadInTheOrderOfTheirIds() {
        PartitionPlan plan = partitions(run()).mapPartitions();

        assertThat(Arrays.stream(plan.getPartitionProperties()).map(p -> p.getProperty("account")))
                .containsExactly("111111111111", "222222222222");
        assertThat(plan.getThreads()).isEqualTo(2);
    }

    @Test
    void aRestartFindsTheSameAccountsInTheSamePlacesWhateverTheListSaysNow() {
        JobRun run = run();
        shared.runs.report(run.id(), outcome(ONE, AccountOutcome.State.FAILED));
        shared.accounts.replace(AccountList.NONE);

        assertThat(partitions(run).mapPartitions().getPartitions()).isEqualTo(2);
    }

    @Test
    void anAccountThatTheRecordKnowsAsReadIsNotReadAgainAfterACrash() {
        JobRun run = run();
        reader.holds(ONE, List.of(IamObjects.role(ONE.value(), "r", Map.of())), 1);
        batchlet(run, ONE.value()).process();
        reader.failsAfter(ONE, 0, new Problem.Refused("AWS", "AccessDenied"));

        String recorded =
                partitions(run).mapPartitions().getPartitionProperties()[0].getProperty("recorded");

        assertThat(batchlet(run, ONE.value(), recorded).process()).isEqualTo("COMPLETED");
        assertThat(recorded(run, ONE).items()).isEqualTo(1);
    }

    @Test
    void withoutAnyAccountTheRunFails() {
        shared.accounts.replace(AccountList.NONE);
        AccountPartitions partitions = partitions(run());

        assertThatThrownBy(partitions::mapPartitions)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no account to read");
    }

    @Test
    void anAccountThatWasReadSaysHowManyObjects() {
        JobRun run = run();
        reader.holds(ONE, List.of(IamObjects.role(ONE.value(), "r", Map.of())), 1);

        assertThat(batchlet(run, ONE.value()).process()).isEqualTo("COMPLETED");

        AccountOutcome outcome = recorded(run, ONE);
        assertThat(outcome.state()).isEqualTo(AccountOutcome.State.COMPLETED);
        assertThat(outcome.items()).isEqualTo(1);
        assertThat(outcome.endedAt()).contains(shared.clock.instant());
    }

    @Test
    void defect1_aFailingAccountIsAnOutcomeAndNotAnException() {
        JobRun run = run();
        reader.failsAfter(ONE, 0, new Problem.Refused("AWS", "AccessDenied"));

        assertThat(batchlet(run, ONE.value()).process()).isEqualTo("FAILED");

        assertThat(recorded(run, ONE).detail()).contains("AWS said AccessDenied.");
    }

    @Test
    void anErrorOfOurOwnStaysWithItsAccountAndItsMessageInTheLog() {
        JobRun run = run();
        reader.holds(ONE, List.of(IamObjects.role(ONE.value(), "r", Map.of())), 1);
        reader.beforeEachPage(
                () -> {
                    throw new IllegalStateException("inner words");
                });

        assertThat(batchlet(run, ONE.value()).process()).isEqualTo("FAILED");

        assertThat(recorded(run, ONE).detail().orElseThrow()).doesNotContain("inner words");
    }

    @Test
    void anAccountThatLeftTheListMeanwhileSaysSo() {
        JobRun run = run();
        shared.accounts.replace(AccountList.NONE);

        assertThat(batchlet(run, ONE.value()).process()).isEqualTo("FAILED");

        assertThat(recorded(run, ONE).detail()).contains("It left the account list.");
    }

    @Test
    void aStoppedAccountWaitsAgain() {
        JobRun run = run();
        reader.holds(ONE, List.of(IamObjects.role(ONE.value(), "r", Map.of())), 1);
        RefreshAccountBatchlet batchlet = batchlet(run, ONE.value());
        batchlet.stop();

        assertThat(batchlet.process()).isEqualTo("STOPPED");

        assertThat(recorded(run, ONE).state()).isEqualTo(AccountOutcome.State.WAITING);
    }

    @Test
    void aPartitionWithoutAnAccountFailsLoudly() {
        RefreshAccountBatchlet batchlet = batchlet(run(), null);

        assertThatThrownBy(batchlet::process).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRunIsPartialWhenSomeAccountsFailedAndFailedWhenNoneWorked() {
        AccountOutcome done = outcome(ONE, AccountOutcome.State.COMPLETED);
        AccountOutcome failed = outcome(TWO, AccountOutcome.State.FAILED);
        AccountOutcome unknown = outcome(TWO, AccountOutcome.State.RUNNING);
        AccountOutcome skipped = outcome(TWO, AccountOutcome.State.SKIPPED);

        assertThat(AccountOutcomes.sum(List.of(done, skipped))).isEqualTo("COMPLETED");
        assertThat(AccountOutcomes.sum(List.of(done, failed))).isEqualTo("PARTIAL");
        assertThat(AccountOutcomes.sum(List.of(done, unknown))).isEqualTo("PARTIAL");
        assertThat(AccountOutcomes.sum(List.of(failed, skipped))).isEqualTo("FAILED");
    }

    private JobRun run() {
        return node.runner.start(JobCatalog.ACCOUNT_IAM, "bo");
    }

    private AccountPartitions partitions(JobRun run) {
        return new AccountPartitions(shared.runs, run.id(), "4");
    }

    private RefreshAccountBatchlet batchlet(JobRun run, String account) {
        return batchlet(run, account, "WAITING");
    }

    private RefreshAccountBatchlet batchlet(JobRun run, String account, String recorded) {
        return new RefreshAccountBatchlet(
                new RefreshAccount(
                        reader,
                        new InMemoryIamCache(),
                        new InMemoryIamArchive(),
                        shared.indexes,
                        InventorySettings.from(MapConfiguration.empty()),
                        shared.clock),
                shared.accounts,
                shared.runs,
                shared.meters,
                shared.clock,
                account,
                run.id(),
                recorded);
    }

    private AccountOutcome recorded(JobRun run, AccountId account) {
        return shared.runs.find(run.id()).orElseThrow().accounts().stream()
                .filter(outcome -> outcome.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private static AccountOutcome outcome(AccountId account, AccountOutcome.State state) {
        return new AccountOutcome(account, state, Optional.empty(), 0, Optional.empty());
    }
}
