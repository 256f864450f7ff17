package org.consoleme.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.identity.Groups;
import org.consoleme.identity.GroupsInDirectory;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.testing.Roles;

/** What else people may use, in tests of grants that end. */
final class StillEligibleFixture {
    private StillEligibleFixture() {}

    /** By grants alone, and a directory that knows nobody. */
    static StillEligible byGrants(LiveGrants known, Clock clock) {
        return of(known, GroupsInDirectory.of(clock, Map.of()), clock);
    }

    /** By grants, and by the tags of {@code roles} in account 200000000002. */
    static StillEligible of(LiveGrants known, Groups groups, Clock clock, IndexedRole... roles) {
        InMemoryAccounts accounts = new InMemoryAccounts();
        InMemoryAccountIndexes indexes = new InMemoryAccountIndexes();
        indexes.publish(Roles.account("200000000002", roles));
        CurrentIndex index = new CurrentIndex(indexes, accounts);
        index.refresh();
        return new StillEligible(
                new UnitedEligibleRoles(
                        List.of(new RoleTagEligibility(index), new GrantedEligibility(known)),
                        index),
                groups,
                clock);
    }

    static IndexedRole role(String arn, String group) {
        return Roles.role(arn, Set.of(group), Set.of());
    }
}
