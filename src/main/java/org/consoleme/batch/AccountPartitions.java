package org.consoleme.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRun.AccountOutcome;
import org.consoleme.operations.JobRuns;
import org.consoleme.shared.Problem;

/**
 * One partition per account of the run's record, in the order of their ids. The record is written
 * before the run begins, so a restart finds the same accounts in the same places; what it says of
 * each goes along, for it may know of an account's end what Batch no longer wrote down.
 */
@Named("accountPartitions")
@Dependent
public class AccountPartitions implements PartitionMapper {
    static final String ACCOUNT = "account";
    static final String RECORDED = "recorded";

    private final JobRuns runs;
    private final String run;
    private final String threads;

    @Inject
    public AccountPartitions(
            JobRuns runs,
            @BatchProperty(name = "run") String run,
            @BatchProperty(name = "threads") String threads) {
        this.runs = runs;
        this.run = run;
        this.threads = threads;
    }

    @Override
    public PartitionPlan mapPartitions() {
        JobRun record =
                runs.find(run)
                        .orElseThrow(() -> new Problem.NotFound("job run", run).asException());
        List<AccountOutcome> accounts =
                record.accounts().stream()
                        .filter(account -> account.state() != AccountOutcome.State.SKIPPED)
                        .sorted(Comparator.comparing(AccountOutcome::account))
                        .toList();
        if (accounts.isEmpty()) {
            throw new Problem.Refused("accounts", "no account to read").asException();
        }
        Properties[] properties = new Properties[accounts.size()];
        for (int i = 0; i < properties.length; i++) {
            properties[i] = new Properties();
            properties[i].setProperty(ACCOUNT, accounts.get(i).account().value());
            properties[i].setProperty(RECORDED, accounts.get(i).state().name());
        }
        PartitionPlanImpl plan = new PartitionPlanImpl();
        plan.setPartitions(accounts.size());
        plan.setThreads(Math.min(Integer.parseInt(threads), accounts.size()));
        plan.setPartitionProperties(properties);
        return plan;
    }
}
