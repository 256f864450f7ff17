package org.consoleme.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.fakes.InMemoryAccounts.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.MapConfiguration;
import org.junit.jupiter.api.Test;

class AccountsToReadTest {
    private static final Account PLAIN = account("111111111111", "plain");
    private static final Account SUSPENDED =
            account("222222222222", "suspended", AccountStatus.SUSPENDED, true);
    private static final Account UNSYNCED =
            account("333333333333", "unsynced", AccountStatus.ACTIVE, false);
    private final InMemoryAccounts accounts =
            InMemoryAccounts.of(Instant.EPOCH, PLAIN, SUSPENDED, UNSYNCED);

    @Test
    void everyDefaultIsPinned() {
        assertThat(AccountSettings.from(MapConfiguration.empty()))
                .isEqualTo(new AccountSettings(Optional.empty(), Set.of(), false));
    }

    @Test
    void prodReadsAllActiveAccounts() {
        assertThat(read(Map.of("environment", "prod"))).containsExactly(PLAIN, UNSYNCED);
    }

    @Test
    void defect6_aMissingEnvironmentCountsAsProd() {
        assertThat(read(Map.of())).containsExactly(PLAIN, UNSYNCED);
    }

    @Test
    void otherEnvironmentsReadOnlyTheTestAccounts() {
        assertThat(
                        read(
                                Map.of(
                                        "environment",
                                        "staging",
                                        "celery.test_account_ids",
                                        List.of("111111111111", "222222222222"))))
                .containsExactly(PLAIN);
    }

    @Test
    void defect25_syncEnabledIsHonouredWhenTheOperatorAsksForIt() {
        assertThat(read(Map.of("accounts.honour_sync_enabled", true))).containsExactly(PLAIN);
    }

    @Test
    void whatIsLeftOutSaysWhy() {
        List<AccountsToRead.Choice> all =
                new AccountsToRead(accounts, AccountSettings.from(MapConfiguration.empty()))
                        .handle();

        assertThat(all).hasSize(3);
        assertThat(all.get(1).leftOut()).contains("The account is suspended.");
    }

    private List<Account> read(Map<String, Object> configuration) {
        AccountSettings settings = AccountSettings.from(new MapConfiguration(configuration));
        return new AccountsToRead(accounts, settings)
                .handle().stream()
                        .filter(AccountsToRead.Choice::read)
                        .map(AccountsToRead.Choice::account)
                        .toList();
    }
}
