package org.consoleme.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRun.AccountOutcome;
import org.consoleme.operations.JobRun.AccountOutcome.State;
import org.consoleme.shared.AccountId;
import org.junit.jupiter.api.Test;

class RunJsonTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final JobRun RUN =
            new JobRun(
                    "01J",
                    new JobId("account-iam"),
                    JobRun.BatchStatus.STARTED,
                    Optional.empty(),
                    NOON,
                    Optional.empty(),
                    "schedule",
                    "a",
                    false,
                    List.of(
                            outcome("200000000001", State.COMPLETED, Optional.of(NOON)),
                            outcome("200000000002", State.FAILED, Optional.of(NOON)),
                            outcome("200000000003", State.RUNNING, Optional.empty())));

    private static AccountOutcome outcome(String account, State state, Optional<Instant> endedAt) {
        return new AccountOutcome(new AccountId(account), state, Optional.empty(), 0, endedAt);
    }

    @Test
    void aLineOfAListCountsTheAccountsAndNamesNone() {
        RunJson line = RunJson.line(RUN);

        assertThat(line.total()).isEqualTo(3);
        assertThat(line.done()).isEqualTo(2);
        assertThat(line.failed()).isEqualTo(1);
        assertThat(line.accounts()).isEmpty();
    }

    @Test
    void theRunItselfSaysWhatBecameOfEachAccount() {
        RunJson run =
                RunJson.of(
                        RUN,
                        InMemoryAccounts.of(NOON, InMemoryAccounts.account("200000000002", "lab"))
                                .current());

        assertThat(run.accounts())
                .extracting(RunJson.OutcomeJson::accountName, RunJson.OutcomeJson::outcome)
                .contains(tuple("lab", "FAILED"), tuple("200000000003", "RUNNING"));
        assertThat(run.failed()).isEqualTo(1);
    }
}
