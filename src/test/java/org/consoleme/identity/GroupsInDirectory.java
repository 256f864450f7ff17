package org.consoleme.identity;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consoleme.fakes.InMemorySignIns;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;

/** Groups that a directory knows. */
public final class GroupsInDirectory {
    private GroupsInDirectory() {}

    public static Groups of(Clock clock, Map<String, Set<String>> groupsOfUsers) {
        Directory directory =
                (UserId user) ->
                        Optional.ofNullable(groupsOfUsers.get(user.key()))
                                .map(
                                        groups ->
                                                new Directory.Entry(
                                                        groups.stream()
                                                                .map(GroupName::new)
                                                                .collect(Collectors.toSet()),
                                                        true,
                                                        clock.instant()));
        return new Groups(
                Optional.of(directory),
                new InMemorySignIns(),
                IdentitySettings.from(MapConfiguration.empty()),
                clock);
    }
}
