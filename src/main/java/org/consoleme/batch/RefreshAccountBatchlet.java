package org.consoleme.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.Batchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.Accounts;
import org.consoleme.inventory.RefreshAccount;
import org.consoleme.operations.JobRun.AccountOutcome;
import org.consoleme.operations.JobRuns;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one account and writes down what became of it. A failure is an outcome and not an
 * exception: the other partitions go on. An account that the record knows as read is not read
 * again: a process can end after writing that down and before Batch has.
 */
@Named("refreshAccount")
@Dependent
public class RefreshAccountBatchlet implements Batchlet {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshAccountBatchlet.class);

    private final RefreshAccount refresh;
    private final Accounts accounts;
    private final JobRuns runs;
    private final JobMeters meters;
    private final Clock clock;
    private final String account;
    private final String run;
    private final String recorded;
    private volatile boolean stopped;

    @Inject
    public RefreshAccountBatchlet(
            RefreshAccount refresh,
            Accounts accounts,
            JobRuns runs,
            JobMeters meters,
            Clock clock,
            @BatchProperty(name = "account") String account,
            @BatchProperty(name = "run") String run,
            @BatchProperty(name = AccountPartitions.RECORDED) String recorded) {
        this.refresh = refresh;
        this.accounts = accounts;
        this.runs = runs;
        this.meters = meters;
        this.clock = clock;
        this.account = account;
        this.run = run;
        this.recorded = recorded;
    }

    @Override
    public String process() {
        if (account == null || run == null) {
            throw new IllegalStateException("a partition without an account or a run");
        }
        if (AccountOutcome.State.COMPLETED.name().equals(recorded)) {
            return recorded;
        }
        AccountId id = new AccountId(account);
        report(id, AccountOutcome.State.RUNNING, Optional.empty(), 0);
        try {
            Optional<Account> found = accounts.current().find(id);
            return found.isPresent() ? read(found.get()) : failed(id, "It left the account list.");
        } catch (ProblemException e) {
            return stopped ? stopped(id) : failed(id, e.problem().sentence());
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("account", id)
                    .addKeyValue("execution", run)
                    .setCause(e)
                    .log("account reading broke");
            return failed(id, "An error of our own; the log of the node has it.");
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private String read(Account found) {
        RefreshAccount.Refreshed refreshed = refresh.handle(found, () -> stopped);
        report(found.id(), AccountOutcome.State.COMPLETED, Optional.empty(), refreshed.objects());
        return AccountOutcome.State.COMPLETED.name();
    }

    private String stopped(AccountId id) {
        report(id, AccountOutcome.State.WAITING, Optional.of("Stopped before its end."), 0);
        return "STOPPED";
    }

    private String failed(AccountId id, String why) {
        LOG.atWarn()
                .addKeyValue("account", id)
                .addKeyValue("execution", run)
                .addKeyValue("reason", why)
                .log("account not read");
        report(id, AccountOutcome.State.FAILED, Optional.of(why), 0);
        return AccountOutcome.State.FAILED.name();
    }

    /** What was read stays read, even if it cannot be written down just now. */
    private void report(
            AccountId id, AccountOutcome.State state, Optional<String> detail, long items) {
        boolean over =
                state == AccountOutcome.State.COMPLETED || state == AccountOutcome.State.FAILED;
        Optional<Instant> endedAt = over ? Optional.of(clock.instant()) : Optional.empty();
        if (over) {
            meters.partition(state);
        }
        try {
            runs.report(run, new AccountOutcome(id, state, detail, items, endedAt));
        } catch (ProblemException e) {
            LOG.atWarn()
                    .addKeyValue("account", id)
                    .addKeyValue("execution", run)
                    .setCause(e)
                    .log("account outcome not recorded");
        }
    }
}
