package org.consoleme.access;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.Accounts;
import org.consoleme.identity.Caller;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UseCase;

/** Finds the one role of the caller's own that their words mean. */
@UseCase
public class FindRole {
    private final EligibleRoles eligible;
    private final Accounts accounts;

    @Inject
    public FindRole(EligibleRoles eligible, Accounts accounts) {
        this.eligible = eligible;
        this.accounts = accounts;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound} with kind {@code account} or
     *     {@code role}; {@code Ambiguous} with the ARNs of all matches
     */
    public EligibleRole handle(Caller caller, RoleQuery query) {
        Optional<AccountId> account = query.account().map(this::account);
        return RoleArn.tryParse(query.text())
                .flatMap(arn -> eligible.one(caller, query.surface(), arn))
                .filter(role -> isIn(account, role))
                .orElseGet(() -> matching(caller, query, account));
    }

    private EligibleRole matching(Caller caller, RoleQuery query, Optional<AccountId> account) {
        List<EligibleRole> own =
                eligible.of(caller, query.surface()).stream()
                        .filter(role -> isIn(account, role))
                        .toList();
        return RoleMatching.theOne(RoleMatching.matches(own, query.text()), query.text());
    }

    private static boolean isIn(Optional<AccountId> account, EligibleRole role) {
        return account.isEmpty() || role.role().account().equals(account.get());
    }

    private AccountId account(String idOrName) {
        return accounts.current()
                .named(idOrName)
                .map(Account::id)
                .orElseThrow(() -> new Problem.NotFound("account", idOrName).asException());
    }
}
