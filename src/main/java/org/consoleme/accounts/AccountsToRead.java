package org.consoleme.accounts;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.consoleme.shared.UseCase;

/** Which of the known accounts the jobs read, and why the others are left out. */
@UseCase
public class AccountsToRead {
    private final Accounts accounts;
    private final AccountSettings settings;

    @Inject
    public AccountsToRead(Accounts accounts, AccountSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    /** All known accounts, sorted by id. */
    public List<Choice> handle() {
        return accounts.current().accounts().stream()
                .map(account -> new Choice(account, whyNot(account)))
                .toList();
    }

    private Optional<String> whyNot(Account account) {
        if (!account.active()) {
            return Optional.of("The account is " + account.status().word() + ".");
        }
        if (!settings.readsAll() && !settings.testAccounts().contains(account.id().value())) {
            return Optional.of(
                    "Not in celery.test_account_ids, and environment is "
                            + settings.environment().orElse("prod")
                            + ".");
        }
        if (settings.honourSyncEnabled() && !account.syncEnabled()) {
            return Optional.of("The account says sync_enabled: false.");
        }
        return Optional.empty();
    }

    /**
     * @param leftOut why jobs do not read the account; empty if they do
     */
    public record Choice(Account account, Optional<String> leftOut) {
        public boolean read() {
            return leftOut.isEmpty();
        }
    }
}
