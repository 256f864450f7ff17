package org.consoleme.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.testing.IamObjects.role;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryIamArchive;
import org.consoleme.fakes.InMemoryIamCache;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.fakes.ScriptedIamReader;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class RefreshRoleTest {
    private static final AccountId ACCOUNT = new AccountId("111111111111");
    private static final UserId BO = new UserId("bo@example.com");

    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryIamCache cache = new InMemoryIamCache();
    private final InMemoryAccountIndexes indexes = new InMemoryAccountIndexes();
    private final Map<RoleArn, IamObject> aws = new HashMap<>();
    private final List<UserId> readFor = new ArrayList<>();
    private MapConfiguration configuration = MapConfiguration.empty();

    @Test
    void aChangedRoleIsWrittenAndInTheIndexWithTheOthers() {
        readAll("a", "b", "c");
        Instant read = indexes.read(ACCOUNT).orElseThrow().asOf();
        String before = indexes.versions().get(ACCOUNT);
        clock.advance(Duration.ofMinutes(5));
        has("b", Map.of("owner", "ada"));

        refresh("b");

        AccountIndex index = indexes.read(ACCOUNT).orElseThrow();
        assertThat(index.roles())
                .extracting(one -> one.arn().name())
                .containsExactly("a", "b", "c");
        assertThat(index.roles().get(1).tags()).isEqualTo(Map.of("owner", "ada"));
        assertThat(index.version()).isNotEqualTo(before);
        assertThat(index.asOf()).as("the age of the whole reading").isEqualTo(read);
        assertThat(cache.of(ACCOUNT).get(arn("b").toString()).ttl())
                .isEqualTo(Instant.parse("2026-03-03T00:05:00Z"));
        assertThat(readFor).containsExactly(BO);
    }

    @Test
    void theIndexThatTheNextWholeReadingFindsUnchangedHasTheSameVersion() {
        readAll("a", "b");
        has("b", Map.of("owner", "ada"));
        refresh("b");
        String version = indexes.versions().get(ACCOUNT);

        readAllAsTheyAre();

        assertThat(indexes.versions().get(ACCOUNT)).isEqualTo(version);
    }

    @Test
    void aNewPolicyAloneTellsNoNodeToReadTheIndexAnew() {
        readAll("a");
        List<String> told = new ArrayList<>();
        indexes.onChange(() -> told.add("published"));

        refresh("a");

        assertThat(told).isEmpty();
        assertThat(cache.writes()).isEqualTo(2);
    }

    @Test
    void aRoleThatIsGoneIsTakenOut() {
        readAll("a", "b");
        aws.remove(arn("b"));

        refresh("b");

        assertThat(indexes.read(ACCOUNT).orElseThrow().roles()).hasSize(1);
        assertThat(cache.of(ACCOUNT)).containsOnlyKeys(arn("a").toString());
    }

    @Test
    void aRoleThatMayNotBeHandledAnyMoreIsTakenOut() {
        readAll("a", "b");
        configuration = MapConfiguration.empty().with("roles.allowed_arns", arn("a").toString());

        refresh("b");

        assertThat(indexes.read(ACCOUNT).orElseThrow().roles()).hasSize(1);
    }

    @Test
    void anAccountThatWasNeverReadGetsNoIndexOfASingleRole() {
        has("a", Map.of());

        refresh("a");

        assertThat(indexes.versions()).isEmpty();
        assertThat(cache.of(ACCOUNT)).containsOnlyKeys(arn("a").toString());
    }

    @Test
    void whatCannotBeReadChangesNothing() {
        readAll("a");
        RefreshRole refresh =
                new RefreshRole(
                        (role, user) -> {
                            throw new Problem.Unavailable("AWS", Duration.ofSeconds(5))
                                    .asException();
                        },
                        cache,
                        indexes,
                        InventorySettings.from(configuration),
                        clock);

        assertThatThrownBy(() -> refresh.handle(arn("a"), BO)).hasMessageContaining("AWS");
        assertThat(cache.of(ACCOUNT)).hasSize(1);
    }

    private void readAll(String... names) {
        for (String name : names) {
            has(name, Map.of());
        }
        readAllAsTheyAre();
    }

    private void readAllAsTheyAre() {
        ScriptedIamReader reader = new ScriptedIamReader();
        reader.holds(ACCOUNT, List.copyOf(aws.values()), 10);
        new RefreshAccount(
                        reader,
                        cache,
                        new InMemoryIamArchive(),
                        indexes,
                        InventorySettings.from(configuration),
                        clock)
                .handle(InMemoryAccounts.account(ACCOUNT.value(), "one"), () -> false);
    }

    private void has(String name, Map<String, String> tags) {
        aws.put(arn(name), role(ACCOUNT.value(), name, tags));
    }

    private void refresh(String name) {
        new RefreshRole(
                        (role, user) -> {
                            readFor.add(user);
                            return Optional.ofNullable(aws.get(role));
                        },
                        cache,
                        indexes,
                        InventorySettings.from(configuration),
                        clock)
                .handle(arn(name), BO);
    }

    private static RoleArn arn(String name) {
        return RoleArn.parse("arn:aws:iam::" + ACCOUNT + ":role/" + name);
    }
}
