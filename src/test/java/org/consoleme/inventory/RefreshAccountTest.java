package org.consoleme.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.inventory.OneAccountRead.ACCOUNT;
import static org.consoleme.inventory.OneAccountRead.AWS_POLICY;
import static org.consoleme.inventory.OneAccountRead.ID;
import static org.consoleme.inventory.OneAccountRead.POLICY;
import static org.consoleme.inventory.OneAccountRead.USER;
import static org.consoleme.inventory.OneAccountRead.everyKind;
import static org.consoleme.inventory.OneAccountRead.roles;
import static org.consoleme.testing.IamObjects.role;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshAccountTest {
    private final OneAccountRead account = new OneAccountRead();

    @Test
    void aFirstReadingWritesEverythingForThirtySixHours() {
        account.reader.holds(ACCOUNT.id(), everyKind(), 2);

        RefreshAccount.Refreshed refreshed = account.refresh();

        assertThat(refreshed).isEqualTo(new RefreshAccount.Refreshed(5, 1, 5, 0, 0));
        assertThat(account.cache.of(ACCOUNT.id()).values())
                .extracting(IamCache.Entry::ttl)
                .containsOnly(Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(account.archive.committed().get(ACCOUNT.id())).hasSize(5);
        assertThat(account.cache.managedPoliciesOf(ACCOUNT.id()))
                .containsExactly(POLICY, AWS_POLICY);
    }

    @Test
    void defect30_timeToLiveIsWholeSecondsOfTheEpoch() {
        account.clock.advance(Duration.ofMillis(999));
        account.reader.holds(ACCOUNT.id(), roles(1), 1);

        account.refresh();

        assertThat(account.cache.of(ACCOUNT.id()).values().iterator().next().ttl())
                .isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
    }

    @Test
    void aSecondReadingWritesOnlyWhatChanged() {
        account.reader.holds(ACCOUNT.id(), roles(3), 2);
        account.refresh();
        List<IamObject> changed = new ArrayList<>(roles(3));
        changed.set(1, role(ID, "r1", Map.of("new", "tag")));
        account.reader.holds(ACCOUNT.id(), changed, 2);

        RefreshAccount.Refreshed refreshed = account.refresh();

        assertThat(refreshed.written()).isEqualTo(1);
        assertThat(account.cache.writes()).isEqualTo(4);
    }

    @Test
    void anUnchangedEntryIsWrittenAgainWhenLessThanTwelveHoursAreLeft() {
        account.reader.holds(ACCOUNT.id(), roles(2), 2);
        account.refresh();
        account.clock.advance(Duration.ofHours(24));
        assertThat(account.refresh().written()).isZero();

        account.clock.advance(Duration.ofSeconds(1));

        assertThat(account.refresh().written()).isEqualTo(2);
    }

    @Test
    void anotherOwnerIsAChange() {
        account.reader.holds(
                ACCOUNT.id(), List.of(role(ID, "r", Map.of("owner", "a", "team", "b"))), 1);
        account.refresh(Map.of("aws.tags.owner", "owner"));

        RefreshAccount.Refreshed refreshed = account.refresh(Map.of("aws.tags.owner", "team"));

        assertThat(refreshed.written()).isEqualTo(1);
        assertThat(account.cache.of(ACCOUNT.id()).values().iterator().next().owner()).contains("b");
    }

    @Test
    void defectK20_aUserWithoutTagsFailsNothing() {
        account.reader.holds(ACCOUNT.id(), everyKind(), 5);

        account.refresh(Map.of("aws.tags.owner", "owner"));

        assertThat(account.cache.of(ACCOUNT.id()).get(USER).owner()).isEmpty();
    }

    @Test
    void theIndexHoldsWhatAccessNeeds() {
        account.reader.holds(
                ACCOUNT.id(),
                List.of(role(ID, "team/r", Map.of("auth", "a:b", "cli", "c", "owner", "bo"))),
                1);

        account.refresh(
                Map.of(
                        "cloud_credential_authorization_mapping.role_tags.authorized_groups_tags",
                        "auth",
                        "cloud_credential_authorization_mapping.role_tags.authorized_groups_cli_only_tags",
                        "cli",
                        "aws.tags.owner",
                        "owner"));

        IndexedRole row = account.indexes.read(ACCOUNT.id()).orElseThrow().roles().getFirst();
        assertThat(row.arn().pathAndName()).isEqualTo("team/r");
        assertThat(row.webIdentities()).containsExactlyInAnyOrder("a", "b");
        assertThat(row.cliIdentities()).containsExactly("c");
        assertThat(row.maxSession()).isEqualTo(Duration.ofHours(2));
        assertThat(row.owner()).contains("bo");
        assertThat(row.description()).isEqualTo(Optional.of("for tests"));
    }

    @Test
    void theVersionChangesWithTheContentAndOnlyThen() {
        account.reader.holds(ACCOUNT.id(), roles(3), 2);
        account.refresh();
        String first = account.indexes.versions().get(ACCOUNT.id());
        account.clock.advance(Duration.ofHours(1));
        account.reader.holds(ACCOUNT.id(), roles(3).reversed(), 1);
        account.refresh();
        String same = account.indexes.versions().get(ACCOUNT.id());
        account.reader.holds(ACCOUNT.id(), roles(4), 2);

        account.refresh();

        assertThat(same).isEqualTo(first);
        assertThat(account.indexes.versions().get(ACCOUNT.id())).isNotEqualTo(first);
        assertThat(account.indexes.read(ACCOUNT.id()).orElseThrow().asOf())
                .isEqualTo(account.clock.instant());
    }
}
