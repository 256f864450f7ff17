package org.consoleme.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.consoleme.accounts.Account;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.policies.Risk;
import org.consoleme.shared.AccountId;

/**
 * For what a rule counts. Each part that is empty matches everything; of one part any entry is
 * enough; all parts have to match. An entry is exact, or a beginning when it ends in {@code *}.
 * Names of accounts and OUs, and owners, are compared without regard to case; tags exactly.
 *
 * @param accounts numbers or names
 * @param ous names of organizational units at any depth above the account
 * @param roleTags by key; the role has each key with one of its values
 */
record RuleMatch(
        List<String> accounts,
        List<String> ous,
        Map<String, List<String>> roleTags,
        List<String> owners,
        Set<AskedFor.Kind> kinds,
        Set<Risk> risks) {
    static final RuleMatch EVERYTHING =
            new RuleMatch(List.of(), List.of(), Map.of(), List.of(), Set.of(), Set.of());

    RuleMatch {
        accounts = lower(accounts);
        ous = lower(ous);
        owners = lower(owners);
        roleTags = Map.copyOf(roleTags);
        kinds = Set.copyOf(kinds);
        risks = Set.copyOf(risks);
    }

    boolean covers(AskedFor.Kind kind, Risk risk, RoleFacts facts) {
        return coversAsked(kind, risk)
                && coversAccount(facts)
                && coversOu(facts)
                && facts.role().filter(this::coversRole).isPresent();
    }

    /** Whether it may turn out to cover that: what is not known is no reason against it. */
    boolean mightCover(AskedFor.Kind kind, Risk risk, RoleFacts facts) {
        return coversAsked(kind, risk)
                && (coversAccount(facts) || (facts.account().isEmpty() && goesByNames()))
                && (coversOu(facts) || !facts.unitsKnown())
                && facts.role().map(this::coversRole).orElse(true);
    }

    boolean isFor(AskedFor.Kind kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    /** Whatever there is of that kind. */
    boolean coversAll(AskedFor.Kind kind) {
        return isFor(kind)
                && risks.isEmpty()
                && accounts.isEmpty()
                && ous.isEmpty()
                && owners.isEmpty()
                && roleTags.isEmpty();
    }

    /** Whether it goes by what is not known as long as the account is not. */
    boolean goesByTheAccount() {
        return goesByTheUnits() || goesByNames();
    }

    private boolean goesByNames() {
        return accounts.stream().anyMatch(entry -> !AccountId.isAccountId(entry));
    }

    boolean goesByTheUnits() {
        return !ous.isEmpty();
    }

    private boolean coversAsked(AskedFor.Kind kind, Risk risk) {
        return isFor(kind) && (risks.isEmpty() || risks.contains(risk));
    }

    private boolean coversAccount(RoleFacts facts) {
        String id = facts.arn().account().value();
        String name = facts.account().map(Account::name).orElse("").toLowerCase(Locale.ROOT);
        return accounts.isEmpty() || any(accounts, id) || any(accounts, name);
    }

    private boolean coversOu(RoleFacts facts) {
        if (ous.isEmpty()) {
            return true;
        }
        for (String ou : facts.account().map(Account::ous).orElse(List.of())) {
            if (any(ous, ou.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private boolean coversRole(IndexedRole role) {
        return coversOwner(role) && coversTags(role);
    }

    private boolean coversOwner(IndexedRole role) {
        return owners.isEmpty()
                || role.owner()
                        .filter(owner -> any(owners, owner.toLowerCase(Locale.ROOT)))
                        .isPresent();
    }

    private boolean coversTags(IndexedRole role) {
        for (Map.Entry<String, List<String>> wanted : roleTags.entrySet()) {
            String value = role.tags().get(wanted.getKey());
            if (value == null || !any(wanted.getValue(), value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(List<String> patterns, String text) {
        for (String pattern : patterns) {
            if (pattern.endsWith("*")
                    ? text.startsWith(pattern.substring(0, pattern.length() - 1))
                    : text.equals(pattern)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> lower(List<String> texts) {
        return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
    }
}
