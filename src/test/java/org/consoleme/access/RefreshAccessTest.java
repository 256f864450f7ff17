package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.fakes.InMemoryAccounts.account;
import static org.consoleme.testing.Roles.role;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.accounts.AccountList;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryAuthorizationMappings;
import org.consoleme.identity.Caller;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.AccountIndexes;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import org.consoleme.testing.Callers;
import org.consoleme.testing.Roles;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class RefreshAccessTest {
    private static final String READ = "arn:aws:iam::200000000002:role/reader";
    private static final String UNREAD = "arn:aws:iam::300000000003:role/reader";
    private static final Caller ENGINEER = Callers.web("engineer@example.com", "finops");

    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryAuthorizationMappings mappings = new InMemoryAuthorizationMappings();
    private final InMemoryAccounts accounts =
            InMemoryAccounts.of(
                    Instant.EPOCH,
                    account("200000000002", "billing"),
                    account("300000000003", "lab"));

    @Test
    void consoleMesMappingCountsForAccountsThatOurIndexDoesNotHave() {
        // Given
        mappings.publish(mapping(READ, UNREAD), Instant.EPOCH);
        InMemoryAccountIndexes stored = new InMemoryAccountIndexes();
        stored.publish(
                Roles.account("200000000002", role(READ + "-new", Set.of("finops"), Set.of())));
        // When
        List<String> roles = rolesAfterRefresh(stored);
        // Then
        assertThat(roles).containsExactly(READ + "-new", UNREAD);
    }

    @Test
    void consoleMesMappingNeverCountsAgainOnceOurIndexHasAllAccounts() {
        // Given
        mappings.publish(mapping(READ, UNREAD), Instant.EPOCH);
        InMemoryAccountIndexes stored = new InMemoryAccountIndexes();
        CurrentIndex index = new CurrentIndex(stored, accounts);
        ImportedEligibility imported = new ImportedEligibility(index, accounts, clock);
        RefreshAccess refresh = new RefreshAccess(index, accounts, mappings, imported);
        refresh.handle();
        assertThat(imported.of(ENGINEER)).hasSize(2);
        // When
        stored.publish(Roles.account("200000000002"));
        stored.publish(Roles.account("300000000003"));
        refresh.handle();
        accounts.replace(
                new AccountList(List.of(account("200000000002", "billing")), clock.instant()));
        stored.retire(new AccountId("300000000003"));
        refresh.handle();
        // Then
        assertThat(imported.of(ENGINEER)).isEmpty();
    }

    @Test
    void consoleMesMappingIsReadEvenWhenOurIndexCannotBe() {
        // Given
        mappings.publish(mapping(READ), Instant.EPOCH);
        CurrentIndex index = new CurrentIndex(new Away(), accounts);
        ImportedEligibility imported = new ImportedEligibility(index, accounts, clock);
        // When
        assertThatThrownBy(() -> new RefreshAccess(index, accounts, mappings, imported).handle())
                .hasMessageContaining("Redis");
        // Then
        assertThat(imported.of(ENGINEER)).hasSize(1);
    }

    private List<String> rolesAfterRefresh(AccountIndexes stored) {
        CurrentIndex index = new CurrentIndex(stored, accounts);
        ImportedEligibility imported = new ImportedEligibility(index, accounts, clock);
        new RefreshAccess(index, accounts, mappings, imported).handle();
        return new UnitedEligibleRoles(List.of(new RoleTagEligibility(index), imported), index)
                .of(ENGINEER, Surface.CLI).stream().map(r -> r.role().toString()).toList();
    }

    private static AuthorizationMapping mapping(String... roles) {
        return new AuthorizationMapping(Map.of("finops", Set.of(roles)), Map.of());
    }

    private static final class Away implements AccountIndexes {
        @Override
        public Map<AccountId, Instant> ages() {
            return Map.of();
        }

        @Override
        public void publish(AccountIndex index) {
            throw away();
        }

        @Override
        public void retire(AccountId account) {
            throw away();
        }

        @Override
        public Map<AccountId, String> versions() {
            throw away();
        }

        @Override
        public Optional<AccountIndex> read(AccountId account) {
            throw away();
        }

        @Override
        public void onChange(Runnable listener) {}

        private static RuntimeException away() {
            return new Problem.Unavailable("Redis", Duration.ofSeconds(1)).asException();
        }
    }
}
