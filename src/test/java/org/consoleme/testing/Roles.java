package org.consoleme.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.RoleArn;

/** Roles for tests. */
public final class Roles {
    private Roles() {}

    public static IndexedRole role(String arn, Set<String> web, Set<String> cli) {
        return new IndexedRole(
                RoleArn.parse(arn),
                web,
                cli,
                Duration.ofHours(4),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    public static AccountIndex account(String id, IndexedRole... roles) {
        return new AccountIndex(
                new AccountId(id),
                "v" + Arrays.hashCode(roles),
                Instant.parse("2026-03-01T11:58:00Z"),
                Arrays.asList(roles));
    }
}
