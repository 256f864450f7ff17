package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.Roles.role;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.accounts.ManagementAccounts;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.Authorities;
import org.consoleme.platform.config.DynamicConfigurationText;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.testing.Callers;
import org.consoleme.testing.Roles;
import org.junit.jupiter.api.Test;

/** Where no rule lets somebody ask for more, their own roles alone are looked through. */
class SearchOwnRequestableTest {
    private static final String LAB = "200000000002";
    private static final String BILLING = "300000000003";

    private final SearchRequestable search = search();

    private static SearchRequestable search() {
        InMemoryAccounts accounts =
                InMemoryAccounts.of(
                        Instant.EPOCH,
                        InMemoryAccounts.account(LAB, "Lab"),
                        InMemoryAccounts.account(BILLING, "billing"));
        InMemoryAccountIndexes stored = new InMemoryAccountIndexes();
        stored.publish(
                Roles.account(
                        LAB,
                        role(arn(LAB, "Reader"), Set.of("team"), Set.of()),
                        role(arn(LAB, "protected"), Set.of("team"), Set.of()),
                        role(arn(LAB, "others"), Set.of("others"), Set.of())));
        stored.publish(
                Roles.account(
                        BILLING,
                        role(arn(BILLING, "lab-reader"), Set.of(), Set.of("team")),
                        role(arn(BILLING, "writer"), Set.of("team"), Set.of())));
        CurrentIndex index = new CurrentIndex(stored, accounts);
        index.refresh();
        DynamicConfiguration rules =
                DynamicConfigurationText.parsed(
                        "approval_rules: [{name: r, match: {}, who_may_ask: [nobody@example.com],"
                                + " approvers: [team]}]",
                        "ann",
                        Instant.EPOCH);
        return new SearchRequestable(
                index,
                new ApprovalRules(
                        () -> rules,
                        new Authorities(MapConfiguration.empty(), () -> rules),
                        accounts,
                        index,
                        new PlaceRisk(ManagementAccounts.NONE)),
                new UnitedEligibleRoles(List.of(new RoleTagEligibility(index)), index),
                role -> role.name().equals("protected"),
                accounts);
    }

    private static String arn(String account, String name) {
        return "arn:aws:iam::" + account + ":role/" + name;
    }

    private SearchRequestable.Found found(String words, Optional<AccountId> account, int limit) {
        return search.handle(
                Callers.web("ana@example.com", "team"),
                AskedFor.Kind.INLINE_POLICY,
                words,
                account,
                limit);
    }

    private List<String> names(String words) {
        return found(words, Optional.empty(), 10).roles().stream()
                .map(role -> role.arn().name())
                .toList();
    }

    @Test
    void allOfThemAreFoundInOrderAndNoneOfAnybodyElse() {
        assertThat(names("")).containsExactly("Reader", "lab-reader", "writer");
        assertThat(names("others")).isEmpty();
    }

    @Test
    void aWordIsInTheArnOrInTheAccountsName() {
        assertThat(names("LAB read")).containsExactly("Reader", "lab-reader");
        assertThat(names("billing wri")).containsExactly("writer");
        assertThat(names("lab writer")).isEmpty();
    }

    @Test
    void oneAccountKeepsToItself() {
        assertThat(found("reader", Optional.of(new AccountId(LAB)), 10).roles())
                .extracting(role -> role.arn().name())
                .containsExactly("Reader");
    }

    @Test
    void thatThereMayBeMoreIsSaid() {
        assertThat(found("", Optional.empty(), 2).complete()).isFalse();
        assertThat(found("", Optional.empty(), 2).roles()).hasSize(2);
        assertThat(found("", Optional.empty(), 3).complete()).isTrue();
    }
}
