package org.consoleme.fakes;

import java.util.List;
import java.util.Optional;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountSource;
import org.consoleme.shared.Problem;

/** Says what it was told to say. */
public final class ScriptedAccountSource implements AccountSource {
    private volatile List<Account> accounts = List.of();
    private volatile Optional<Problem> problem = Optional.empty();

    public void says(Account... all) {
        accounts = List.of(all);
        problem = Optional.empty();
    }

    public void failsWith(Problem problem) {
        this.problem = Optional.of(problem);
    }

    @Override
    public String name() {
        return "a scripted source";
    }

    @Override
    public List<Account> read() {
        problem.ifPresent(
                p -> {
                    throw p.asException();
                });
        return accounts;
    }
}
