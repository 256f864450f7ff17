package org.consoleme.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.fakes.InMemoryAccounts.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.AccountStatus;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryIamArchive;
import org.consoleme.fakes.InMemoryIamCache;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.fakes.ScriptedIamReader;
import org.consoleme.testing.IamObjects;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AggregateTest {
    private static final Account STAYS = account("111111111111", "stays");
    private static final Account LEAVES = account("222222222222", "leaves");

    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryAccountIndexes indexes = new InMemoryAccountIndexes();
    private final InMemoryIamCache cache = new InMemoryIamCache();
    private final InMemoryIamArchive archive = new InMemoryIamArchive();
    private final Aggregate aggregate = new Aggregate(accounts, indexes, cache, archive, clock);

    @BeforeEach
    void bothAccountsWereRead() {
        ScriptedIamReader reader = new ScriptedIamReader();
        for (Account account : List.of(STAYS, LEAVES)) {
            reader.holds(
                    account.id(), List.of(IamObjects.role(account.id().value(), "r", Map.of())), 1);
            new RefreshAccount(
                            reader,
                            cache,
                            archive,
                            indexes,
                            InventorySettings.from(MapConfiguration.empty()),
                            clock)
                    .handle(account, () -> false);
        }
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void defect12_anAccountThatLeftTheListIsTakenAway() {
        accounts.replace(new AccountList(List.of(STAYS), clock.instant()));

        assertThat(aggregate.handle()).containsExactly(LEAVES.id());

        assertThat(indexes.versions()).containsOnlyKeys(STAYS.id());
        assertThat(cache.of(LEAVES.id())).isEmpty();
        assertThat(cache.of(STAYS.id())).hasSize(1);
    }

    @Test
    void aSuspendedAccountIsTakenAway() {
        Account suspended = account("222222222222", "leaves", AccountStatus.SUSPENDED, true);
        accounts.replace(new AccountList(List.of(STAYS, suspended), clock.instant()));

        assertThat(aggregate.handle()).containsExactly(LEAVES.id());
    }

    @Test
    void anEmptyAccountListTakesNothingAway() {
        accounts.replace(new AccountList(List.of(), clock.instant()));

        assertThat(aggregate.handle()).isEmpty();
        assertThat(indexes.versions()).hasSize(2);
    }

    @Test
    void aListOlderThanTheReadingTakesNothingAway() {
        accounts.replace(new AccountList(List.of(STAYS), Instant.EPOCH));

        assertThat(aggregate.handle()).isEmpty();
    }

    @Test
    void defect1_theCombinedObjectsAreWrittenWhateverFailedBefore() {
        accounts.replace(new AccountList(List.of(STAYS, LEAVES), clock.instant()));

        aggregate.handle();

        assertThat(archive.combined()).containsExactly(clock.instant());
    }
}
