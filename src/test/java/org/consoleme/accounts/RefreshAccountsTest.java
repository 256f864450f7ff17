package org.consoleme.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.fakes.InMemoryAccounts.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.ScriptedAccountSource;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class RefreshAccountsTest {
    private static final Account HUB = account("123456789012", "hub");
    private static final Account CLOSING =
            account("200000000002", "old", AccountStatus.INACTIVE, true);

    private final SettableClock clock = SettableClock.atNoon();
    private final ScriptedAccountSource source = new ScriptedAccountSource();
    private final InMemoryAccounts accounts = InMemoryAccounts.of(Instant.EPOCH, HUB);
    private final RefreshAccounts refresh = new RefreshAccounts(source, accounts, clock);

    @Test
    void theSourcesAnswerBecomesTheListWithItsInstant() {
        source.says(account("300000000003", "new"), HUB);

        refresh.handle(false);

        assertThat(accounts.current().accounts())
                .extracting(Account::name)
                .containsExactly("hub", "new");
        assertThat(accounts.current().asOf()).isEqualTo(clock.instant());
    }

    @Test
    void aFailedReadingKeepsTheOldList() {
        source.failsWith(new Problem.Unavailable("organizations", Duration.ofSeconds(1)));

        assertThatThrownBy(() -> refresh.handle(false)).isInstanceOf(ProblemException.class);

        assertThat(accounts.current().accounts()).containsExactly(HUB);
        assertThat(accounts.current().asOf()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void anEmptyReadingKeepsTheOldListAndSaysSo() {
        source.says();

        assertThatThrownBy(() -> refresh.handle(false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no active account");

        assertThat(accounts.current().accounts()).containsExactly(HUB);
    }

    @Test
    void aReadingWithoutAnyActiveAccountKeepsTheOldList() {
        source.says(CLOSING);

        assertThatThrownBy(() -> refresh.handle(false)).isInstanceOf(ProblemException.class);

        assertThat(accounts.current().accounts()).containsExactly(HUB);
    }

    @Test
    void defect4_aClosingAccountIsListedAndNotActive() {
        source.says(HUB, CLOSING);

        refresh.handle(false);

        assertThat(accounts.current().accounts()).containsExactly(HUB, CLOSING);
        assertThat(accounts.current().activeNames()).containsOnlyKeys(HUB.id());
    }

    @Test
    void anAccountThatTwoSourcesNameCountsOnceAndActiveWins() {
        source.says(account("123456789012", "hub", AccountStatus.SUSPENDED, true), HUB);

        refresh.handle(false);

        assertThat(accounts.current().accounts()).containsExactly(HUB);
    }

    @Test
    void unitsThatCannotBeReadAnyMoreStayAsTheyWereAndThatIsSaid() {
        accounts.replace(new AccountList(List.of(inUnits(HUB, "Root", "Prod")), Instant.EPOCH));
        source.says(HUB.withoutOus(), account("300000000003", "new").withoutOus());

        RefreshAccounts.Refreshed refreshed = refresh.handle(false);

        assertThat(refreshed.unplaced()).isEqualTo(2);
        Account hub = accounts.current().find(HUB.id()).orElseThrow();
        assertThat(hub.ous()).containsExactly("Root", "Prod");
        assertThat(hub.ousKnown()).isTrue();
        assertThat(accounts.current().named("new").orElseThrow().ousKnown()).isFalse();
        assertThat(refreshed.list().unplaced()).isEqualTo(1);
    }

    @Test
    void unitsThatNobodyEverToldStayUnknownHoweverOftenTheyAreNotTold() {
        accounts.replace(new AccountList(List.of(HUB.withoutOus()), Instant.EPOCH));
        source.says(HUB.withoutOus());

        refresh.handle(false);
        refresh.handle(false);

        assertThat(accounts.current().accounts()).noneMatch(Account::ousKnown);
    }

    @Test
    void anAccountThatIsInNoUnitIsInNoneFromThenOn() {
        accounts.replace(new AccountList(List.of(inUnits(HUB, "Root", "Prod")), Instant.EPOCH));
        source.says(HUB);

        assertThat(refresh.handle(false).unplaced()).isZero();

        assertThat(accounts.current().accounts()).containsExactly(HUB);
    }

    @Test
    void aListThatLostMostAccountsIsNotPublishedUnlessSomebodyMeansIt() {
        accounts.replace(new AccountList(List.of(some(4)), Instant.EPOCH));
        source.says(some(1));

        assertThatThrownBy(() -> refresh.handle(false))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem())
                                        .isInstanceOfSatisfying(
                                                Problem.Refused.class,
                                                refused ->
                                                        assertThat(refused.dependency())
                                                                .isEqualTo(
                                                                        RefreshAccounts.GUARDED)))
                .hasMessageContaining("3 of 4 active accounts")
                .hasMessageContaining("accept_drop=true");
        assertThat(accounts.current().accounts()).hasSize(4);

        refresh.handle(true);
        assertThat(accounts.current().accounts()).hasSize(1);
    }

    @Test
    void whatIsClosedIsLostToo() {
        accounts.replace(new AccountList(List.of(some(4)), Instant.EPOCH));
        Account[] closed =
                Arrays.stream(some(4))
                        .map(a -> account(a.id().value(), a.name(), AccountStatus.SUSPENDED, true))
                        .toArray(Account[]::new);
        closed[0] = some(1)[0];
        source.says(closed);

        assertThatThrownBy(() -> refresh.handle(false)).hasMessageContaining("3 of 4");
    }

    @Test
    void aListThatLostHalfOrIsShortAnywayIsPublished() {
        accounts.replace(new AccountList(List.of(some(4)), Instant.EPOCH));
        source.says(some(2));
        refresh.handle(false);
        assertThat(accounts.current().accounts()).hasSize(2);

        accounts.replace(new AccountList(List.of(some(3)), Instant.EPOCH));
        source.says(some(1));
        refresh.handle(false);
        assertThat(accounts.current().accounts()).hasSize(1);
    }

    private static Account[] some(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> account("20000000000" + i, "account " + i))
                .toArray(Account[]::new);
    }

    private static Account inUnits(Account account, String... units) {
        return new Account(
                account.id(),
                account.name(),
                account.status(),
                account.email(),
                account.environment(),
                List.of(units),
                account.syncEnabled());
    }
}
