package org.consoleme.identity;

import java.time.Clock;
import java.util.Optional;

/** Makes {@link Groups} for tests of doors. */
public final class GroupsFixture {
    private GroupsFixture() {}

    public static Groups withoutDirectory(SignIns signIns, IdentitySettings settings, Clock clock) {
        return new Groups(Optional.empty(), signIns, settings, clock);
    }
}
