package org.consoleme.requests;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consoleme.access.ApprovalRule;
import org.consoleme.access.ApprovalRules;
import org.consoleme.identity.Caller;
import org.consoleme.identity.KnownPeople;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UserId;

/**
 * Says before something is sent that too few could approve it. Only what is known is said: a name
 * that may be a group's stands for as many as it takes.
 */
final class EnoughDecide {
    private final ApprovalRules rules;
    private final KnownPeople people;
    private final RequestSettings settings;

    EnoughDecide(ApprovalRules rules, KnownPeople people, RequestSettings settings) {
        this.rules = rules;
        this.people = people;
        this.settings = settings;
    }

    /**
     * @param own who ask for it, or wrote it, or for whom it is: of them only those decide who may
     *     bypass approval
     * @throws org.consoleme.shared.ProblemException {@code Conflict}
     */
    void require(
            ApprovalRule rule,
            Caller caller,
            Collection<UserId> own,
            RequestAudit.Attempt attempt) {
        if (rule.autoApprove()) {
            return;
        }
        Map<String, String> others = new HashMap<>();
        rules.approvers(rule).forEach(name -> others.put(key(name), name));
        others.keySet().removeAll(own.stream().map(SamePerson::key).collect(Collectors.toSet()));
        Collection<UserId> kept = spellings(rule, own);
        int possible = others.size() + bypassing(rule, caller, kept);
        if (possible >= rule.needed()
                || someMayBeGroups(others.values())
                || mayBypassAsGroup(rule, caller, kept)) {
            return;
        }
        throw attempt.refusal("NobodyDecides", new Problem.Conflict(tooFew(rule, possible)));
    }

    private static String key(String name) {
        return UserId.isUserId(name) ? SamePerson.key(new UserId(name)) : name;
    }

    /** Those whose own it is, also as the rule spells them. */
    private List<UserId> spellings(ApprovalRule rule, Collection<UserId> own) {
        return Stream.concat(
                        own.stream(),
                        rules.approvers(rule).stream()
                                .filter(UserId::isUserId)
                                .map(UserId::new)
                                .filter(
                                        named ->
                                                own.stream()
                                                        .anyMatch(
                                                                user ->
                                                                        SamePerson.same(
                                                                                user, named))))
                .toList();
    }

    /** How many of {@code own} decide all the same; of groups only the caller's are known. */
    private int bypassing(ApprovalRule rule, Caller caller, Collection<UserId> own) {
        return Math.toIntExact(
                own.stream()
                        .filter(user -> settings.mayBypass(user, groups(user, caller)))
                        .filter(user -> rules.mayDecide(rule, user, groups(user, caller)))
                        .map(SamePerson::key)
                        .distinct()
                        .count());
    }

    private static Set<GroupName> groups(UserId user, Caller caller) {
        return user.equals(caller.user()) ? caller.groups() : Set.of();
    }

    /** Whether one of them would decide all the same if a name in the list is their group's. */
    private boolean mayBypassAsGroup(ApprovalRule rule, Caller caller, Collection<UserId> own) {
        return someMayBeGroups(settings.mayBypassApproval())
                && own.stream()
                        .filter(user -> !user.equals(caller.user()))
                        .anyMatch(user -> rules.mayDecide(rule, user, Set.of()));
    }

    private boolean someMayBeGroups(Collection<String> names) {
        return names.stream().anyMatch(name -> !people.isPerson(name));
    }

    private String tooFew(ApprovalRule rule, int possible) {
        if (rules.approvers(rule).isEmpty()) {
            return "Nobody could approve this: no policy administrators are configured.";
        }
        return possible == 0
                ? "Nobody could approve this: all who could ask for it, wrote it, or get it."
                : "This could not be approved: "
                        + rule.needed()
                        + " people have to, and only "
                        + possible
                        + " could who neither asks for it, nor wrote it, nor gets it.";
    }
}
