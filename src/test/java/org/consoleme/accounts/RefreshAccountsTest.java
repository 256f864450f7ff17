package org.consoleme.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.fakes.InMemoryAccounts.account;

import java.time.Duration;
import java.time.Instant;
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

        refresh.handle();

        assertThat(accounts.current().accounts())
                .extracting(Account::name)
                .containsExactly("hub", "new");
        assertThat(accounts.current().asOf()).isEqualTo(clock.instant());
    }

    @Test
    void aFailedReadingKeepsTheOldList() {
        source.failsWith(new Problem.Unavailable("organizations", Duration.ofSeconds(1)));

        assertThatThrownBy(refresh::handle).isInstanceOf(ProblemException.class);

        assertThat(accounts.current().accounts()).containsExactly(HUB);
        assertThat(accounts.current().asOf()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void anEmptyReadingKeepsTheOldListAndSaysSo() {
        source.says();

        assertThatThrownBy(refresh::handle)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no active account");

        assertThat(accounts.current().accounts()).containsExactly(HUB);
    }

    @Test
    void aReadingWithoutAnyActiveAccountKeepsTheOldList() {
        source.says(CLOSING);

        assertThatThrownBy(refresh::handle).isInstanceOf(ProblemException.class);

        assertThat(accounts.current().accounts()).containsExactly(HUB);
    }

    @Test
    void defect4_aClosingAccountIsListedAndNotActive() {
        source.says(HUB, CLOSING);

        refresh.handle();

        assertThat(accounts.current().accounts()).containsExactly(HUB, CLOSING);
        assertThat(accounts.current().activeNames()).containsOnlyKeys(HUB.id());
    }

    @Test
    void anAccountThatTwoSourcesNameCountsOnceAndActiveWins() {
        source.says(account("123456789012", "hub", AccountStatus.SUSPENDED, true), HUB);

        refresh.handle();

        assertThat(accounts.current().accounts()).containsExactly(HUB);
    }
}
