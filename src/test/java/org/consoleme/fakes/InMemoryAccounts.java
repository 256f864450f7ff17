package org.consoleme.fakes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.AccountStatus;
import org.consoleme.accounts.Accounts;
import org.consoleme.shared.AccountId;

/** The account list of one node. */
public final class InMemoryAccounts implements Accounts {
    private volatile AccountList list = AccountList.NONE;

    public static InMemoryAccounts of(Instant asOf, Account... accounts) {
        InMemoryAccounts all = new InMemoryAccounts();
        all.replace(new AccountList(List.of(accounts), asOf));
        return all;
    }

    /** Active, and to be read. */
    public static Account account(String id, String name) {
        return account(id, name, AccountStatus.ACTIVE, true);
    }

    public static Account account(String id, String name, AccountStatus status, boolean sync) {
        return new Account(
                new AccountId(id),
                name,
                status,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                sync);
    }

    @Override
    public AccountList current() {
        return list;
    }

    @Override
    public void replace(AccountList accounts) {
        list = accounts;
    }
}
