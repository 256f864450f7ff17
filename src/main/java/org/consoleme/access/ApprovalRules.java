package org.consoleme.access;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.Accounts;
import org.consoleme.identity.Authorities;
import org.consoleme.identity.Caller;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.policies.Risk;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may ask and who decides: {@code approval_rules} of the dynamic configuration as it is now. Of
 * the rules that match, the strictest alone governs ({@link ApprovalRule#STRICTEST_FIRST}): who may
 * ask is what it says, not what makes it match, or else somebody whom a strict rule keeps out would
 * come in by a loose one. No match: policies are for policy administrators to decide, and a role
 * cannot be asked for. How mistakes count: {@link RuleBook}.
 */
@Single
public class ApprovalRules {
    private static final Logger LOG = LoggerFactory.getLogger(ApprovalRules.class);

    private final Supplier<DynamicConfiguration> dynamic;
    private final Authorities authorities;
    private final Accounts accounts;
    private final CurrentIndex index;
    private final PlaceRisk places;
    private volatile Read last;

    /**
     * @param version of the configuration, which is a hash of its text
     */
    private record Read(String version, RuleBook book) {}

    @Inject
    public ApprovalRules(
            Supplier<DynamicConfiguration> dynamic,
            Authorities authorities,
            Accounts accounts,
            CurrentIndex index,
            PlaceRisk places) {
        this.dynamic = dynamic;
        this.authorities = authorities;
        this.accounts = accounts;
        this.index = index;
        this.places = places;
    }

    /** What is wrong with the rules of a configuration that somebody wants to save. */
    public static CheckedRules check(Configuration keys) {
        return RuleBook.read(keys).checked();
    }

    /** Likewise, of those that count now. */
    public CheckedRules checked() {
        return book().checked();
    }

    /** Says what is wrong with a new version at once, and not when somebody asks. */
    void changed(@Observes DynamicConfiguration next) {
        read(next);
    }

    /** What governs this. A role that the index does not have is closed. */
    public Ruling ruling(AskedFor asked) {
        RoleFacts facts = facts(asked.role());
        return facts.role().isPresent()
                ? book().ruling(asked.kind(), risk(asked), facts)
                : new Ruling.Closed(
                        "UnknownRole",
                        "The role is not known: it was deleted, or its account was not read yet.");
    }

    /**
     * Whether a role that was there is there no more, for certain: AWS was asked since, and did not
     * name it, or its account. As long as that was not asked again a role that is not known may
     * just not be known here.
     *
     * @param since when it was there
     */
    public boolean isGone(RoleArn role, Instant since) {
        AccountList all = accounts.current();
        boolean closed =
                all.asOf().isAfter(since)
                        && !all.accounts().isEmpty()
                        && all.find(role.account()).filter(Account::active).isEmpty();
        return closed
                || (index.get().role(role).isEmpty()
                        && index.asOf(List.of(role.account())).filter(since::isBefore).isPresent());
    }

    private RoleFacts facts(RoleArn role) {
        return new RoleFacts(role, index.get().role(role), accounts.current().find(role.account()));
    }

    /** A role's place counts whoever asks, or forgets to. */
    private Risk risk(AskedFor asked) {
        return asked.risk().or(places.of(asked.role()));
    }

    /**
     * Whether they are among those who decide by any rule that may govern this: what is not known
     * of the role, of its account or of a rule with a mistake is no reason against. It lets nobody
     * have anything; it is for taking something away while {@link #ruling} is closed.
     */
    public boolean mightDecide(AskedFor asked, UserId user, Set<GroupName> groups) {
        return book().candidates(asked.kind(), risk(asked), facts(asked.role()))
                .anyMatch(rule -> mayDecide(rule, user, groups));
    }

    /** What governs all of this together: closed if one is, else the strictest rule. */
    public Ruling ruling(Collection<AskedFor> asked) {
        List<Ruling> each = asked.stream().map(this::ruling).toList();
        return each.stream()
                .filter(Ruling.Closed.class::isInstance)
                .findFirst()
                .orElseGet(
                        () ->
                                new Ruling.Governed(
                                        each.stream()
                                                .map(one -> ((Ruling.Governed) one).rule())
                                                .min(ApprovalRule.STRICTEST_FIRST)
                                                .orElseThrow()));
    }

    public boolean mayAsk(ApprovalRule rule, Caller caller) {
        return rule.whoMayAsk().include(caller.user(), caller.groups(), authorities);
    }

    public boolean mayDecide(ApprovalRule rule, UserId user, Set<GroupName> groups) {
        return rule.approvers().include(user, groups, authorities);
    }

    /** Users and groups who decide, by name. */
    public List<String> approvers(ApprovalRule rule) {
        return List.copyOf(rule.approvers().named(authorities));
    }

    /** All channels that rules name, as they are now. */
    public Set<ApprovalChannel> channels() {
        return book().channels();
    }

    /** Whether any rule goes by organizational units. */
    public boolean goByUnits() {
        return book().goesByUnits();
    }

    /** For lists: the rules and the accounts as they are now, asked over and over. */
    public Asking asking(Caller caller) {
        Map<AccountId, Account> known = new HashMap<>();
        accounts.current().accounts().forEach(account -> known.put(account.id(), account));
        RuleBook book = book();
        Map<String, Boolean> admitted = new HashMap<>();
        Predicate<ApprovalRule> admits =
                rule -> admitted.computeIfAbsent(rule.name(), any -> mayAsk(rule, caller));
        return new Asking() {
            @Override
            public boolean mayAsk(AskedFor.Kind kind, IndexedRole role) {
                Optional<Account> account = Optional.ofNullable(known.get(role.arn().account()));
                return book.ruling(kind, places.of(role.arn()), RoleFacts.of(role, account))
                                instanceof Ruling.Governed(ApprovalRule rule)
                        && admits.test(rule);
            }

            @Override
            public boolean mayAskAny(AskedFor.Kind kind) {
                return book.governing(kind).anyMatch(admits);
            }
        };
    }

    /** Whether one caller may ask for roles; for one thread, and soon thrown away. */
    public interface Asking {

        /**
         * As if it were no risk but for its place; what is asked in the end is judged by its own.
         */
        boolean mayAsk(AskedFor.Kind kind, IndexedRole role);

        /** False if there is no role for which {@link #mayAsk} could be true. */
        boolean mayAskAny(AskedFor.Kind kind);
    }

    private RuleBook book() {
        DynamicConfiguration now = dynamic.get();
        Read known = last;
        return known != null && known.version().equals(now.version()) ? known.book() : read(now);
    }

    /** One at a time, so that each version's mistakes are said once. */
    private synchronized RuleBook read(DynamicConfiguration now) {
        Read known = last;
        if (known == null || !known.version().equals(now.version())) {
            known = new Read(now.version(), RuleBook.read(now.keys()));
            last = known;
            warn(known);
        }
        return known.book();
    }

    private static void warn(Read read) {
        List<String> sentences = read.book().checked().sentences();
        if (!sentences.isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("version", read.version())
                    .addKeyValue("rules", sentences)
                    .log("approval rules with mistakes: what they cover is closed");
        }
    }
}
