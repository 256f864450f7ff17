package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.ManagementAccounts;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.identity.Authorities;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.platform.config.DynamicConfigurationText;
import org.consoleme.platform.config.YamlConfiguration;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.RoleArn;
import org.consoleme.testing.Roles;
import org.junit.jupiter.api.Test;

/** When a role that was there counts as gone, and not just as unknown here. */
class RoleIsGoneTest {
    private static final String ACCOUNT = "200000000002";
    private static final RoleArn APP = RoleArn.parse("arn:aws:iam::200000000002:role/app");
    private static final Instant ASKED = Instant.parse("2026-03-01T12:00:00Z");

    private final InMemoryAccountIndexes stored = new InMemoryAccountIndexes();
    private final InMemoryAccounts accounts = new InMemoryAccounts();

    private boolean gone() {
        CurrentIndex index = new CurrentIndex(stored, accounts);
        index.refresh();
        YamlConfiguration none = YamlConfiguration.ofYaml("{}");
        DynamicConfiguration dynamic = DynamicConfigurationText.parsed("{}", "ann", Instant.EPOCH);
        return new ApprovalRules(
                        () -> dynamic,
                        new Authorities(none, () -> dynamic),
                        accounts,
                        index,
                        new PlaceRisk(ManagementAccounts.from(none)))
                .isGone(APP, ASKED);
    }

    private void read(Instant at, String... roles) {
        stored.publish(
                new AccountIndex(
                        new AccountId(ACCOUNT),
                        "v1",
                        at,
                        List.of(roles).stream()
                                .map(arn -> Roles.role(arn, Set.of("team"), Set.of()))
                                .toList()));
    }

    private void listed(Instant at, String... ids) {
        accounts.replace(
                new AccountList(
                        List.of(ids).stream()
                                .map(id -> InMemoryAccounts.account(id, "account-" + id))
                                .toList(),
                        at));
    }

    @Test
    void whatAwsDidNotNameSinceThenIsGone() {
        listed(ASKED.minusSeconds(60), ACCOUNT);
        read(ASKED.plusSeconds(1));
        assertThat(gone()).isTrue();
    }

    @Test
    void whatAwsWasNotAskedForSinceThenIsNot() {
        listed(ASKED.minusSeconds(60), ACCOUNT);
        assertThat(gone()).as("never read").isFalse();
        read(ASKED.minusSeconds(60));
        assertThat(gone()).as("read before").isFalse();
    }

    @Test
    void whatIsThereIsNot() {
        listed(ASKED.plusSeconds(60), ACCOUNT);
        read(ASKED.plusSeconds(60), APP.toString());
        assertThat(gone()).isFalse();
    }

    @Test
    void neitherIsARoleOfAnAccountThatIsMissingInAnOlderOrAnEmptyList() {
        listed(ASKED.minusSeconds(60), "300000000003");
        assertThat(gone()).as("older").isFalse();
        listed(ASKED.plusSeconds(60));
        assertThat(gone()).as("empty").isFalse();
    }

    @Test
    void aRoleOfAnAccountThatTheOrganizationHasNoMoreIsGone() {
        listed(ASKED.plusSeconds(60), "300000000003");
        assertThat(gone()).isTrue();
    }
}
