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
        Asker asker = asker(caller);
        Set<IndexedRole> found = new LinkedHashSet<>();
        if (!asker.rules().mayAskAny(kind)) {
            asker.own().stream()
                    .filter(role -> account.isEmpty() || role.account().equals(account.get()))
                    .flatMap(role -> index.get().role(role).stream())
                    .filter(role -> says(role, wanted))
                    .filter(asker.nameable(kind))
                    .limit(limit + 1L)
                    .forEach(found::add);
            return new Found(found.stream().limit(limit).toList(), found.size() <= limit);
        }
        int left = MOST_SEEN;
        for (Place place : places(wanted, account)) {
            if (found.size() <= limit && left > 0) {
                left -= collect(asker.nameable(kind), place, left, limit, found);
            }
        }
        return new Found(found.stream().limit(limit).toList(), left > 0 && found.size() <= limit);
    }

    /** The one role of that name in that account, if the caller may name it. */
    public Optional<RoleArn> one(
            Caller caller, AskedFor.Kind kind, AccountId account, String name) {
        return index.get().account(account).stream()
                .flatMap(all -> all.roles().stream())
                .filter(role -> role.arn().name().equals(name))
                .filter(asker(caller).nameable(kind))
                .map(IndexedRole::arn)
                .findFirst();
    }

    /** Made once for a whole search. */
    private Asker asker(Caller caller) {
        return new Asker(rules.asking(caller), own(caller), offLimits);
    }

    /**
     * @param own in order of ARN
     */
    private record Asker(ApprovalRules.Asking rules, Set<RoleArn> own, OffLimits offLimits) {
        Predicate<IndexedRole> nameable(AskedFor.Kind kind) {
            return role ->
                    (own.contains(role.arn()) || rules.mayAsk(kind, role))
                            && !offLimits.protects(role.arn());
        }
    }

    /**
     * @param account everywhere without one
     * @param words each in the role's ARN
     */
    private record Place(Optional<AccountId> account, List<String> words) {}

    /** A word that is part of an account's name stands for that account. */
    private List<Place> places(List<String> words, Optional<AccountId> account) {
        List<Place> all = new ArrayList<>(List.of(new Place(account, words)));
        for (Account one : accounts.current().accounts()) {
            String name = one.name().toLowerCase(Locale.ROOT);
            if ((account.isEmpty() || account.get().equals(one.id()))
                    && words.stream().anyMatch(name::contains)) {
                List<String> rest = words.stream().filter(word -> !name.contains(word)).toList();
                all.add(new Place(Optional.of(one.id()), rest));
            }
        }
        return all;
    }

    private boolean says(IndexedRole role, List<String> words) {
        String arn = role.arn().toString().toLowerCase(Locale.ROOT);
        String account =
                accounts.current()
                        .find(role.arn().account())
                        .map(Account::name)
                        .orElse("")
                        .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(word -> arn.contains(word) || account.contains(word));
    }

    /**
     * @return how many roles were looked at; {@code most} if there may be more
     */
    private int collect(
            Predicate<IndexedRole> nameable,
            Place place,
            int most,
            int limit,
            Set<IndexedRole> found) {
        AtomicInteger seen = new AtomicInteger();
        Predicate<IndexedRole> goOn =
                role -> {
                    if (nameable.test(role)) {
                        found.add(role);
                    }
                    return seen.incrementAndGet() < most && found.size() <= limit;
                };
        RoleIndex now = index.get();
        place.account()
                .ifPresentOrElse(
                        account -> now.search(account, place.words(), goOn),
                        () -> now.search(place.words(), goOn));
        return Math.max(1, seen.get());
    }

    private Set<RoleArn> own(Caller caller) {
        return eligible.of(caller, Surface.CLI).stream()
                .map(EligibleRole::role)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
