package org.consoleme.access;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.Accounts;
import org.consoleme.identity.Caller;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UseCase;

/**
 * Finds the roles that the caller may name when they ask for something: those that a rule lets them
 * ask for, and their own, protected ones left out. In memory; the work is bounded however many
 * roles there are.
 */
@UseCase
public class SearchRequestable {
    private static final int MOST_WORDS = 8;

    /** Roles that are looked at; who gets no answer from as many has to name more of the role. */
    private static final int MOST_SEEN = 50_000;

    private final CurrentIndex index;
    private final ApprovalRules rules;
    private final EligibleRoles eligible;
    private final OffLimits offLimits;
    private final Accounts accounts;

    @Inject
    public SearchRequestable(
            CurrentIndex index,
            ApprovalRules rules,
            EligibleRoles eligible,
            OffLimits offLimits,
            Accounts accounts) {
        this.index = index;
        this.rules = rules;
        this.eligible = eligible;
        this.offLimits = offLimits;
        this.accounts = accounts;
    }

    /**
     * @param roles in order of account and ARN
     * @param complete false if there may be more
     */
    public record Found(List<IndexedRole> roles, boolean complete) {
        public Found {
            roles = List.copyOf(roles);
        }
    }

    /**
     * @param words in any order, each in the role's ARN or the account's name; none means all; of
     *     more than eight the first eight count
     * @param limit at least 1
     */
    public Found handle(
            Caller caller,
            AskedFor.Kind kind,
            String words,
            Optional<AccountId> account,
            int limit) {
        List<String> wanted =
                Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST_WORDS)
                        .collect(Collectors.toCollection(ArrayList::new));
        account.map(id -> ":" + id + ":").ifPresent(wanted::add);
        Set<IndexedRole> found = new LinkedHashSet<>();
        boolean complete = collect(caller, kind, wanted, limit, found);
        for (List<String> byAccount : byAccountName(wanted)) {
            if (found.size() <= limit) {
                complete &= collect(caller, kind, byAccount, limit, found);
            }
        }
        return new Found(found.stream().limit(limit).toList(), complete && found.size() <= limit);
    }

    /** The one role of that name in that account, if the caller may name it. */
    public Optional<RoleArn> one(
            Caller caller, AskedFor.Kind kind, AccountId account, String name) {
        ApprovalRules.Asking asking = rules.asking(caller);
        Set<RoleArn> own = own(caller);
        return index.get().account(account).stream()
                .flatMap(all -> all.roles().stream())
                .filter(role -> role.arn().name().equals(name))
                .filter(role -> own.contains(role.arn()) || asking.mayAsk(kind, role))
                .filter(role -> !offLimits.protects(role.arn()))
                .map(IndexedRole::arn)
                .findFirst();
    }

    private boolean collect(
            Caller caller,
            AskedFor.Kind kind,
            List<String> words,
            int limit,
            Set<IndexedRole> found) {
        ApprovalRules.Asking asking = rules.asking(caller);
        Set<RoleArn> own = own(caller);
        List<IndexedRole> seen = index.get().search(words, MOST_SEEN);
        for (IndexedRole role : seen) {
            if (found.size() > limit) {
                return false;
            }
            if ((asking.mayAsk(kind, role) || own.contains(role.arn()))
                    && !offLimits.protects(role.arn())) {
                found.add(role);
            }
        }
        return seen.size() < MOST_SEEN;
    }

    /** A word that is part of an account's name stands for that account. */
    private List<List<String>> byAccountName(List<String> words) {
        List<List<String>> all = new ArrayList<>();
        for (Account account : accounts.current().accounts()) {
            String name = account.name().toLowerCase(Locale.ROOT);
            if (words.stream().anyMatch(name::contains)) {
                List<String> rest = new ArrayList<>(words);
                rest.removeIf(name::contains);
                rest.add(":" + account.id() + ":");
                all.add(rest);
            }
        }
        return all;
    }

    private Set<RoleArn> own(Caller caller) {
        return eligible.of(caller, Surface.CLI).stream()
                .map(EligibleRole::role)
                .collect(Collectors.toSet());
    }
}
