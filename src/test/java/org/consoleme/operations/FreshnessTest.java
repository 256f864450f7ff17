package org.consoleme.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.fakes.InMemoryAccounts.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountSettings;
import org.consoleme.accounts.AccountStatus;
import org.consoleme.accounts.AccountsToRead;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.InMemoryJobRuns;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.operations.JobRun.AccountOutcome;
import org.consoleme.testing.Callers;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final Account ACCOUNT = account("111111111111", "spoke");
    private static final JobId JOB = new JobId("account-iam");

    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryAccounts accounts = InMemoryAccounts.of(Instant.EPOCH, ACCOUNT);
    private final InMemoryAccountIndexes indexes = new InMemoryAccountIndexes();
    private final InMemoryJobRuns runs = new InMemoryJobRuns();

    @Test
    void anAccountThatWasNeverReadSaysSo() {
        assertThat(row().state()).isEqualTo(Freshness.State.NEVER);
        assertThat(row().asOf()).isEmpty();
    }

    @Test
    void defect33_neverIsNotTheEpoch() {
        assertThat(row().asOf()).isNotEqualTo(Optional.of(Instant.EPOCH));
    }

    @Test
    void aReadingIsFreshForTwoTurnsAndThenLate() {
        read();
        clock.advance(Duration.ofMinutes(90));
        assertThat(row().state()).isEqualTo(Freshness.State.FRESH);

        clock.advance(Duration.ofSeconds(1));

        assertThat(row().state()).isEqualTo(Freshness.State.LATE);
    }

    @Test
    void defect1_anAccountWhoseLastReadingFailedSaysWhyAndKeepsItsAge() {
        read();
        run("1", AccountOutcome.State.FAILED, Optional.of("AWS said AccessDenied."));

        assertThat(row().state()).isEqualTo(Freshness.State.FAILED);
        assertThat(row().why()).contains("AWS said AccessDenied.");
        assertThat(row().asOf()).contains(clock.instant());
    }

    @Test
    void aLaterSuccessEndsTheFailure() {
        read();
        run("1", AccountOutcome.State.FAILED, Optional.of("x"));
        run("2", AccountOutcome.State.COMPLETED, Optional.empty());

        assertThat(row().state()).isEqualTo(Freshness.State.FRESH);
    }

    @Test
    void aSuspendedAccountIsLeftOutAndSaysWhy() {
        accounts.replace(
                InMemoryAccounts.of(
                                Instant.EPOCH,
                                account("111111111111", "spoke", AccountStatus.SUSPENDED, true))
                        .current());

        assertThat(row().state()).isEqualTo(Freshness.State.LEFT_OUT);
        assertThat(row().why()).contains("The account is suspended.");
    }

    @Test
    void everyScheduleHasItsDefault() {
        assertThat(JobSchedules.from(MapConfiguration.empty()).every())
                .isEqualTo(
                        Map.of(
                                new JobId("accounts"),
                                Duration.ofMinutes(60),
                                JOB,
                                Duration.ofMinutes(45),
                                new JobId("authorization"),
                                Duration.ofMinutes(5),
                                new JobId("deliver-events"),
                                Duration.ofMinutes(5),
                                new JobId("expire-grants"),
                                Duration.ofMinutes(10),
                                new JobId("expire-requests"),
                                Duration.ofMinutes(10)));
    }

    @Test
    void aScheduleOfZeroIsNever() {
        assertThat(
                        JobSchedules.from(
                                        new MapConfiguration(
                                                Map.of("jobs.account_iam.every_seconds", 0)))
                                .of(JOB))
                .isEmpty();
    }

    private Freshness.Row row() {
        return new Freshness(
                        new AccountsToRead(
                                accounts, AccountSettings.from(MapConfiguration.empty())),
                        indexes,
                        runs,
                        JobSchedules.from(MapConfiguration.empty()),
                        new ForAdministrators(any -> true, new InMemoryAuditTrail(), clock),
                        clock)
                .handle(Callers.web("admin@example.com"))
                .getFirst();
    }

    private void read() {
        indexes.publish(new AccountIndex(ACCOUNT.id(), "v", clock.instant(), List.of()));
    }

    private void run(String id, AccountOutcome.State state, Optional<String> detail) {
        runs.save(
                new JobRun(
                        id,
                        JOB,
                        JobRun.BatchStatus.COMPLETED,
                        Optional.of("x"),
                        clock.instant(),
                        Optional.of(clock.instant()),
                        "schedule",
                        "node-1",
                        false,
                        List.of(
                                new AccountOutcome(
                                        ACCOUNT.id(),
                                        state,
                                        detail,
                                        0,
                                        Optional.of(clock.instant())))));
    }
}
