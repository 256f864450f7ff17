package org.consoleme.operations;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountsToRead;
import org.consoleme.identity.Caller;
import org.consoleme.inventory.AccountIndexes;
import org.consoleme.operations.JobRun.AccountOutcome;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.UseCase;

/** Shows an administrator how old what we know of each account is, and why. */
@UseCase
public class Freshness {
    private static final JobId ACCOUNT_IAM = new JobId("account-iam");

    /** A reading that missed more than one turn is late. */
    private static final int TURNS = 2;

    private static final Duration UNSCHEDULED = Duration.ofHours(24);

    private final AccountsToRead accounts;
    private final AccountIndexes indexes;
    private final JobRuns runs;
    private final JobSchedules schedules;
    private final ForAdministrators gate;
    private final Clock clock;

    @Inject
    public Freshness(
            AccountsToRead accounts,
            AccountIndexes indexes,
            JobRuns runs,
            JobSchedules schedules,
            ForAdministrators gate,
            Clock clock) {
        this.accounts = accounts;
        this.indexes = indexes;
        this.runs = runs;
        this.schedules = schedules;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * One row for each known account, sorted by id.
     *
     * @throws org.consoleme.shared.ProblemException {@code Forbidden}
     */
    public List<Row> handle(Caller caller) {
        gate.require(caller);
        Map<AccountId, AccountOutcome> outcomes = new HashMap<>();
        runs.latest(ACCOUNT_IAM, TURNS).reversed().stream()
                .flatMap(run -> run.accounts().stream())
                .filter(outcome -> outcome.endedAt().isPresent())
                .forEach(outcome -> outcomes.put(outcome.account(), outcome));
        Map<AccountId, Instant> ages = indexes.ages();
        return accounts.handle().stream()
                .map(
                        choice ->
                                row(
                                        choice,
                                        Optional.ofNullable(ages.get(choice.account().id())),
                                        outcomes))
                .toList();
    }

    private Row row(
            AccountsToRead.Choice choice,
            Optional<Instant> asOf,
            Map<AccountId, AccountOutcome> outcomes) {
        Account account = choice.account();
        Optional<AccountOutcome> failure =
                Optional.ofNullable(outcomes.get(account.id()))
                        .filter(outcome -> outcome.state() == AccountOutcome.State.FAILED);
        State state = choice.read() ? state(asOf, failure.isPresent()) : State.LEFT_OUT;
        Optional<String> why =
                choice.leftOut()
                        .or(
                                () ->
                                        failure.filter(any -> state == State.FAILED)
                                                .flatMap(AccountOutcome::detail));
        return new Row(account.id(), account.name(), Kind.IAM, state, asOf, why);
    }

    private State state(Optional<Instant> asOf, boolean failed) {
        if (failed) {
            return State.FAILED;
        }
        if (asOf.isEmpty()) {
            return State.NEVER;
        }
        Duration allowed = schedules.of(ACCOUNT_IAM).orElse(UNSCHEDULED).multipliedBy(TURNS);
        return asOf.get().plus(allowed).isBefore(clock.instant()) ? State.LATE : State.FRESH;
    }

    /**
     * @param asOf when AWS was last read to its end; empty if never
     * @param why what went wrong, or why the account is left out
     */
    public record Row(
            AccountId account,
            String name,
            Kind kind,
            State state,
            Optional<Instant> asOf,
            Optional<String> why) {}

    /** What is read of an account. */
    public enum Kind {
        IAM
    }

    /** {@code FAILED}: the last reading ended badly; what was known before is still shown. */
    public enum State {
        FRESH,
        LATE,
        FAILED,
        NEVER,
        LEFT_OUT
    }
}
