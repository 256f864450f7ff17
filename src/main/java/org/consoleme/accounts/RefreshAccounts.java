package org.consoleme.accounts;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UseCase;

/** Asks the source for the accounts and makes its answer the current list. */
@UseCase
public class RefreshAccounts {
    private final AccountSource source;
    private final Accounts accounts;
    private final Clock clock;

    @Inject
    public RefreshAccounts(AccountSource source, Accounts accounts, Clock clock) {
        this.source = source;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @return the new list
     * @throws org.consoleme.shared.ProblemException what the source threw, or {@code Refused} when
     *     it named no active account; then the last list stays
     */
    public AccountList handle() {
        Instant asOf = clock.instant();
        List<Account> read = once(source.read());
        if (read.stream().noneMatch(Account::active)) {
            throw new Problem.Refused(
                            "accounts from " + source.name(),
                            "no active account; the last list stays")
                    .asException();
        }
        AccountList list = new AccountList(read, asOf);
        accounts.replace(list);
        return list;
    }

    /** Two management accounts may both know an account; the one that calls it active is right. */
    private static List<Account> once(List<Account> read) {
        Map<AccountId, Account> byId = new TreeMap<>();
        for (Account account : read) {
            byId.merge(
                    account.id(),
                    account,
                    (first, second) -> first.active() || !second.active() ? first : second);
        }
        return List.copyOf(byId.values());
    }
}
