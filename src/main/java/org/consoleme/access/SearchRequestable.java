package org.consoleme.access;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
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
        Predicate<IndexedRole> nameable = nameable(caller, kind);
        int left = MOST_SEEN - collect(nameable, wanted, MOST_SEEN, limit, found);
        for (List<String> byAccount : byAccountName(wanted)) {
            if (found.size() <= limit && left > 0) {
                left -= collect(nameable, byAccount, left, limit, found);
            }
        }
        boolean complete = left > 0;
        return new Found(found.stream().limit(limit).toList(), complete && found.size() <= limit);
    }

    /** The one role of that name in that account, if the caller may name it. */
    public Optional<RoleArn> one(
            Caller caller, AskedFor.Kind kind, AccountId account, String name) {
        return index.get().account(account).stream()
                .flatMap(all -> all.roles().stream())
                .filter(role -> role.arn().name().equals(name))
                .filter(nameable(caller, kind))
                .map(IndexedRole::arn)
                .findFirst();
    }

    /** Made once for a whole search. */
    private Predicate<IndexedRole> nameable(Caller caller, AskedFor.Kind kind) {
        ApprovalRules.Asking asking = rules.asking(caller);
        Set<RoleArn> own = own(caller);
        return role ->
                (asking.mayAsk(kind, role) || own.contains(role.arn()))
                        && !offLimits.protects(role.arn());
    }

    /**
     * @return how many roles were looked at; {@code most} if there may be more
     */
    private int collect(
            Predicate<IndexedRole> nameable,
            List<String> words,
            int most,
            int limit,
            Set<IndexedRole> found) {
        AtomicInteger seen = new AtomicInteger();
        index.get()
                .search(
                        words,
                        role -> {
                            if (nameable.test(role)) {
                                found.add(role);
                            }
                            return seen.incrementAndGet() < most && found.size() <= limit;
                        });
        return Math.max(1, seen.get());
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
