package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.AskedFor;
import org.consoleme.access.SearchRequestable;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.Accounts;
import org.consoleme.identity.Caller;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.slack.message.SlackModal;

/** The roles that somebody may name in a request, by words or by key. */
@Single
public class RequestableRoles {
    private final SearchRequestable search;
    private final Accounts accounts;

    @Inject
    public RequestableRoles(SearchRequestable search, Accounts accounts) {
        this.search = search;
        this.accounts = accounts;
    }

    SearchRequestable.Found search(
            Caller caller, AskedFor.Kind kind, String words, Optional<String> account, int limit) {
        return search.handle(caller, kind, words, account.map(this::account), limit);
    }

    /**
     * Those that a typed line means: the role of that ARN or that very name, else all that match.
     */
    List<IndexedRole> meant(
            Caller caller, AskedFor.Kind kind, String words, Optional<String> account, int limit) {
        List<IndexedRole> found = search(caller, kind, words, account, limit).roles();
        List<IndexedRole> exact =
                found.stream()
                        .filter(
                                role ->
                                        role.arn().toString().equals(words)
                                                || role.arn().name().equalsIgnoreCase(words))
                        .toList();
        return exact.isEmpty() ? found : exact;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound}
     */
    RoleArn require(Caller caller, AskedFor.Kind kind, RoleKey key) {
        return search.one(caller, kind, key.account(), key.name())
                .orElseThrow(() -> new Problem.NotFound("role", "").asException());
    }

    SlackModal.Option option(RoleKey key) {
        return new SlackModal.Option(
                key.name() + "  ·  " + accountName(key.account()), key.toString());
    }

    String accountName(AccountId id) {
        return accounts.current().find(id).map(Account::name).orElse(id.value());
    }

    private AccountId account(String idOrName) {
        return accounts.current()
                .named(idOrName)
                .map(Account::id)
                .orElseThrow(() -> new Problem.NotFound("account", idOrName).asException());
    }
}
