package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.consoleme.fakes.InMemoryAccounts.account;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountSettings;
import org.consoleme.accounts.AccountsToRead;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryAuthorizationMappings;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class PublishAuthorizationMappingTest {
    private static final Account ONE = account("111111111111", "one");
    private static final Account TWO = account("222222222222", "two");

    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryAccountIndexes indexes = new InMemoryAccountIndexes();
    private final InMemoryAuthorizationMappings mappings = new InMemoryAuthorizationMappings();
    private final Map<String, ConfiguredEntitlements.RolesOf> configured = new HashMap<>();
    private final PublishAuthorizationMapping publish = publisher(MapConfiguration.empty());

    @Test
    void everyDefaultIsPinned() {
        assertThat(MappingSettings.from(MapConfiguration.empty()))
                .isEqualTo(new MappingSettings(true, 50));
    }

    @Test
    void aPercentageAboveAHundredNamesItsKey() {
        assertThatThrownBy(
                        () ->
                                MappingSettings.from(
                                        new MapConfiguration(
                                                Map.of("authorization.max_drop_percent", 101))))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("authorization.max_drop_percent");
    }

    @Test
    void tagsAndConfigurationAddUp() {
        index(ONE, role(ONE, "r", "finops"));
        index(TWO);
        configured.put("bo", new ConfiguredEntitlements.RolesOf(Set.of("x"), Set.of("y")));

        publish.handle(false);

        AuthorizationMapping published = mappings.last().orElseThrow().mapping();
        assertThat(published.authorized())
                .isEqualTo(Map.of("finops", Set.of(arn(ONE, "r")), "bo", Set.of("x")));
        assertThat(published.cliOnly()).isEqualTo(Map.of("bo", Set.of("y")));
    }

    @Test
    void defect2_nothingIsPublishedWhenNoAccountWasEverRead() {
        assertThatThrownBy(() -> publish.handle(false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no account was ever read");
        assertThat(mappings.last()).isEmpty();
    }

    @Test
    void defect2_anAccountThatWasNeverReadKeepsTheMappingThatNamesItsRoles() {
        lastPublished(Map.of("finops", Set.of(arn(ONE, "r"), arn(TWO, "r"))));
        index(ONE, role(ONE, "r", "finops"));

        assertThatThrownBy(() -> publish.handle(false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("222222222222")
                .hasMessageContaining("accept_drop=true");

        assertThat(mappings.last().orElseThrow().asOf()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void aNewAccountThatCannotBeReadStopsNobodyElse() {
        lastPublished(Map.of("finops", Set.of(arn(ONE, "r"))));
        index(ONE, role(ONE, "r", "finops"), role(ONE, "s", "finops"));

        publish.handle(false);

        assertThat(mappings.last().orElseThrow().mapping().authorized().get("finops")).hasSize(2);
    }

    @Test
    void defect2_aDropByMoreThanHalfIsNotPublishedAndSaysByHowMuch() {
        lastPublished(
                Map.of(
                        "finops",
                        Set.of(arn(ONE, "a"), arn(ONE, "b"), arn(ONE, "c")),
                        "x",
                        Set.of()));
        index(ONE, role(ONE, "a", "finops"));
        index(TWO);

        ProblemException thrown =
                catchThrowableOfType(ProblemException.class, () -> publish.handle(false));

        assertThat(thrown.problem()).isInstanceOf(Problem.Refused.class);
        assertThat(thrown).hasMessageContaining("from 3 to 1");
    }

    @Test
    void aDropThatSomebodyAcceptedIsPublished() {
        lastPublished(Map.of("finops", Set.of(arn(ONE, "a"), arn(ONE, "b"), arn(ONE, "c"))));
        index(ONE, role(ONE, "a", "finops"));
        index(TWO);

        publish.handle(true);

        assertThat(mappings.last().orElseThrow().mapping().authorized())
                .isEqualTo(Map.of("finops", Set.of(arn(ONE, "a"))));
    }

    @Test
    void aDropByHalfIsPublished() {
        lastPublished(Map.of("finops", Set.of(arn(ONE, "a"), arn(ONE, "b"))));
        index(ONE, role(ONE, "a", "finops"));
        index(TWO);

        publish.handle(false);

        assertThat(mappings.last().orElseThrow().asOf()).isEqualTo(clock.instant());
    }

    @Test
    void defect3_anEmptiedConfigurationTakesItsAccessAway() {
        index(ONE, role(ONE, "a", "finops"));
        index(TWO);
        configured.put(
                "bo", new ConfiguredEntitlements.RolesOf(Set.of("x", "y", "z", "u"), Set.of()));
        publish.handle(false);
        configured.clear();

        publish.handle(false);

        assertThat(mappings.last().orElseThrow().mapping().authorized()).containsOnlyKeys("finops");
    }

    @Test
    void theConfigurationsPartCanBeSwitchedOff() {
        index(ONE, role(ONE, "a", "finops"));
        configured.put("bo", new ConfiguredEntitlements.RolesOf(Set.of("x"), Set.of()));

        publisher(
                        new MapConfiguration(
                                Map.of(
                                        "cloud_credential_authorization_mapping.dynamic_config.enabled",
                                        false)))
                .handle(false);

        assertThat(mappings.last().orElseThrow().mapping().authorized()).containsOnlyKeys("finops");
    }

    private PublishAuthorizationMapping publisher(MapConfiguration configuration) {
        MappingSettings settings = MappingSettings.from(configuration);
        return new PublishAuthorizationMapping(
                new AccountsToRead(
                        InMemoryAccounts.of(Instant.EPOCH, ONE, TWO),
                        AccountSettings.from(configuration)),
                indexes,
                () -> Map.copyOf(configured),
                mappings,
                settings,
                new DropGuard(settings),
                clock);
    }

    private void lastPublished(Map<String, Set<String>> authorized) {
        mappings.publish(new AuthorizationMapping(authorized, Map.of()), Instant.EPOCH);
    }

    private void index(Account account, IndexedRole... roles) {
        AccountId id = account.id();
        indexes.publish(new AccountIndex(id, "v" + roles.length, clock.instant(), List.of(roles)));
    }

    private static IndexedRole role(Account account, String name, String... identities) {
        return new IndexedRole(
                RoleArn.parse(arn(account, name)),
                Set.of(identities),
                Set.of(),
                Duration.ofHours(1),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    private static String arn(Account account, String name) {
        return "arn:aws:iam::" + account.id() + ":role/" + name;
    }
}
