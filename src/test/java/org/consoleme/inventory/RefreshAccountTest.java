package org.consoleme.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.consoleme.testing.IamObjects.other;
import static org.consoleme.testing.IamObjects.role;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.consoleme.accounts.Account;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryIamArchive;
import org.consoleme.fakes.InMemoryIamCache;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.fakes.ScriptedIamReader;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class RefreshAccountTest {
    private static final String ID = "111111111111";
    private static final Account ACCOUNT = InMemoryAccounts.account(ID, "spoke");
    private static final Problem AWAY = new Problem.Unavailable("IAM", Duration.ofSeconds(1));
    private static final String USER = "arn:aws:iam::" + ID + ":user/bo";
    private static final String GROUP = "arn:aws:iam::" + ID + ":group/ops";
    private static final String POLICY = "arn:aws:iam::" + ID + ":policy/p";
    private static final String AWS_POLICY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    private final SettableClock clock = SettableClock.atNoon();
    private final ScriptedIamReader reader = new ScriptedIamReader();
    private final InMemoryIamCache cache = new InMemoryIamCache();
    private final InMemoryIamArchive archive = new InMemoryIamArchive();
    private final InMemoryAccountIndexes indexes = new InMemoryAccountIndexes();

    @Test
    void aFirstReadingWritesEverythingForThirtySixHours() {
        reader.holds(ACCOUNT.id(), everyKind(), 2);

        RefreshAccount.Refreshed refreshed = refresh();

        assertThat(refreshed).isEqualTo(new RefreshAccount.Refreshed(5, 1, 5, 0, 0));
        assertThat(cache.of(ACCOUNT.id()).values())
                .extracting(IamCache.Entry::ttl)
                .containsOnly(Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(archive.committed().get(ACCOUNT.id())).hasSize(5);
        assertThat(cache.managedPoliciesOf(ACCOUNT.id())).containsExactly(POLICY, AWS_POLICY);
    }

    @Test
    void defect30_timeToLiveIsWholeSecondsOfTheEpoch() {
        clock.advance(Duration.ofMillis(999));
        reader.holds(ACCOUNT.id(), roles(1), 1);

        refresh();

        assertThat(cache.of(ACCOUNT.id()).values().iterator().next().ttl())
                .isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
    }

    @Test
    void aSecondReadingWritesOnlyWhatChanged() {
        reader.holds(ACCOUNT.id(), roles(3), 2);
        refresh();
        List<IamObject> changed = new ArrayList<>(roles(3));
        changed.set(1, role(ID, "r1", Map.of("new", "tag")));
        reader.holds(ACCOUNT.id(), changed, 2);

        RefreshAccount.Refreshed refreshed = refresh();

        assertThat(refreshed.written()).isEqualTo(1);
        assertThat(cache.writes()).isEqualTo(4);
    }

    @Test
    void anUnchangedEntryIsWrittenAgainWhenLessThanTwelveHoursAreLeft() {
        reader.holds(ACCOUNT.id(), roles(2), 2);
        refresh();
        clock.advance(Duration.ofHours(24));
        assertThat(refresh().written()).isZero();

        clock.advance(Duration.ofSeconds(1));

        assertThat(refresh().written()).isEqualTo(2);
    }

    @Test
    void anotherOwnerIsAChange() {
        reader.holds(ACCOUNT.id(), List.of(role(ID, "r", Map.of("owner", "a", "team", "b"))), 1);
        refresh(Map.of("aws.tags.owner", "owner"));

        RefreshAccount.Refreshed refreshed = refresh(Map.of("aws.tags.owner", "team"));

        assertThat(refreshed.written()).isEqualTo(1);
        assertThat(cache.of(ACCOUNT.id()).values().iterator().next().owner()).contains("b");
    }

    @Test
    void defectK20_aUserWithoutTagsFailsNothing() {
        reader.holds(ACCOUNT.id(), everyKind(), 5);

        refresh(Map.of("aws.tags.owner", "owner"));

        assertThat(cache.of(ACCOUNT.id()).get(USER).owner()).isEmpty();
    }

    @Test
    void defect11_aRoleThatIsGoneDisappearsWithTheNextCompleteReading() {
        reader.holds(ACCOUNT.id(), roles(3), 2);
        refresh();
        reader.holds(ACCOUNT.id(), roles(2), 2);

        RefreshAccount.Refreshed refreshed = refresh();

        assertThat(refreshed.removed()).isEqualTo(1);
        assertThat(cache.of(ACCOUNT.id())).hasSize(2);
        assertThat(indexes.read(ACCOUNT.id()).orElseThrow().roles()).hasSize(2);
    }

    @Test
    void defect12_usersGroupsAndPoliciesThatAreGoneDisappearToo() {
        reader.holds(ACCOUNT.id(), everyKind(), 5);
        refresh();
        reader.holds(ACCOUNT.id(), roles(1), 1);

        refresh();

        assertThat(cache.removed())
                .extracting(IamCache.Gone::arn)
                .containsExactlyInAnyOrder(USER, GROUP, POLICY);
        assertThat(cache.managedPoliciesOf(ACCOUNT.id())).isEmpty();
    }

    @Test
    void aPolicyOfAwsIsSharedSoNoAccountRemovesIt() {
        reader.holds(ACCOUNT.id(), everyKind(), 5);
        refresh();
        reader.holds(ACCOUNT.id(), roles(1), 1);

        refresh();

        assertThat(cache.of(ACCOUNT.id())).containsKey(AWS_POLICY);
    }

    @Test
    void aReadingThatFailsMidwayRemovesNothingAndPublishesNothing() {
        reader.holds(ACCOUNT.id(), roles(4), 2);
        refresh();
        AccountIndex before = indexes.read(ACCOUNT.id()).orElseThrow();
        clock.advance(Duration.ofHours(1));
        reader.holds(ACCOUNT.id(), List.of(role(ID, "r0", Map.of("x", "y"))), 1);
        reader.failsAfter(ACCOUNT.id(), 1, AWAY);

        assertThatThrownBy(this::refresh).isInstanceOf(ProblemException.class);

        assertThat(cache.of(ACCOUNT.id())).hasSize(4);
        assertThat(cache.removed()).isEmpty();
        assertThat(indexes.read(ACCOUNT.id())).contains(before);
        assertThat(archive.committed().get(ACCOUNT.id())).hasSize(4);
    }

    @Test
    void aReadingWithoutAnyRoleIsNotBelievedWhereThereWereRoles() {
        reader.holds(ACCOUNT.id(), everyKind(), 5);
        refresh();
        reader.holds(ACCOUNT.id(), everyKind().subList(1, 5), 5);

        ProblemException thrown = catchThrowableOfType(ProblemException.class, this::refresh);

        assertThat(thrown.problem()).isInstanceOf(Problem.Refused.class);
        assertThat(thrown).hasMessageContaining("no role at all, though there were roles before");
        assertThat(cache.of(ACCOUNT.id())).hasSize(5);
    }

    @Test
    void aNewAccountMayBeWithoutRoles() {
        reader.holds(ACCOUNT.id(), everyKind().subList(1, 5), 5);

        refresh();

        assertThat(indexes.read(ACCOUNT.id()).orElseThrow().roles()).isEmpty();
    }

    @Test
    void aRoleThatMayNotBeHandledIsLeftOutAndTakenAwayIfItWasThere() {
        reader.holds(ACCOUNT.id(), roles(2), 2);
        refresh();

        RefreshAccount.Refreshed refreshed =
                refresh(Map.of("roles.allowed_arns", "arn:aws:iam::" + ID + ":role/r1"));

        assertThat(refreshed.leftOut()).isEqualTo(1);
        assertThat(cache.of(ACCOUNT.id())).containsOnlyKeys("arn:aws:iam::" + ID + ":role/r1");
    }

    @Test
    void aStopWishIsObeyedBeforeTheNextPage() {
        reader.holds(ACCOUNT.id(), roles(6), 2);
        AtomicInteger asked = new AtomicInteger();

        ProblemException thrown =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> useCase(Map.of()).handle(ACCOUNT, () -> asked.incrementAndGet() > 1));

        assertThat(thrown.problem()).isInstanceOf(Problem.Conflict.class);
        assertThat(cache.of(ACCOUNT.id())).hasSize(2);
        assertThat(indexes.read(ACCOUNT.id())).isEmpty();
    }

    @Test
    void theIndexHoldsWhatAccessNeeds() {
        reader.holds(
                ACCOUNT.id(),
                List.of(role(ID, "team/r", Map.of("auth", "a:b", "cli", "c", "owner", "bo"))),
                1);

        refresh(
                Map.of(
                        "cloud_credential_authorization_mapping.role_tags.authorized_groups_tags",
                        "auth",
                        "cloud_credential_authorization_mapping.role_tags.authorized_groups_cli_only_tags",
                        "cli",
                        "aws.tags.owner",
                        "owner"));

        IndexedRole row = indexes.read(ACCOUNT.id()).orElseThrow().roles().getFirst();
        assertThat(row.arn().pathAndName()).isEqualTo("team/r");
        assertThat(row.webIdentities()).containsExactlyInAnyOrder("a", "b");
        assertThat(row.cliIdentities()).containsExactly("c");
        assertThat(row.maxSession()).isEqualTo(Duration.ofHours(2));
        assertThat(row.owner()).contains("bo");
        assertThat(row.description()).isEqualTo(Optional.of("for tests"));
    }

    @Test
    void theVersionChangesWithTheContentAndOnlyThen() {
        reader.holds(ACCOUNT.id(), roles(3), 2);
        refresh();
        String first = indexes.versions().get(ACCOUNT.id());
        clock.advance(Duration.ofHours(1));
        reader.holds(ACCOUNT.id(), roles(3).reversed(), 1);
        refresh();
        String same = indexes.versions().get(ACCOUNT.id());
        reader.holds(ACCOUNT.id(), roles(4), 2);

        refresh();

        assertThat(same).isEqualTo(first);
        assertThat(indexes.versions().get(ACCOUNT.id())).isNotEqualTo(first);
        assertThat(indexes.read(ACCOUNT.id()).orElseThrow().asOf()).isEqualTo(clock.instant());
    }

    private static List<IamObject> roles(int count) {
        return IntStream.range(0, count).mapToObj(i -> role(ID, "r" + i, Map.of())).toList();
    }

    private static List<IamObject> everyKind() {
        return List.of(
                role(ID, "r0", Map.of()),
                other(IamObject.Kind.USER, ID, USER, Map.of()),
                other(IamObject.Kind.GROUP, ID, GROUP, Map.of()),
                other(IamObject.Kind.POLICY, ID, POLICY, Map.of()),
                other(IamObject.Kind.POLICY, ID, AWS_POLICY, Map.of()));
    }

    private RefreshAccount.Refreshed refresh() {
        return refresh(Map.of());
    }

    private RefreshAccount.Refreshed refresh(Map<String, Object> configuration) {
        return useCase(configuration).handle(ACCOUNT, () -> false);
    }

    private RefreshAccount useCase(Map<String, Object> configuration) {
        return new RefreshAccount(
                reader,
                cache,
                archive,
                indexes,
                InventorySettings.from(new MapConfiguration(configuration)),
                clock);
    }
}
