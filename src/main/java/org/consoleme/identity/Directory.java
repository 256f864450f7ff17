package org.consoleme.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;

/**
 * Answers what groups somebody is in, and whether they are active, when the door itself brings no
 * groups.
 */
public interface Directory {

    /**
     * @return empty if the directory does not know the user
     * @throws org.consoleme.shared.ProblemException {@code Unavailable}; doubt is never an answer
     */
    Optional<Entry> find(UserId user);

    /**
     * @param asOf when the groups were last known to be true
     */
    record Entry(Set<GroupName> groups, boolean active, Instant asOf) {
        public Entry {
            groups = Set.copyOf(groups);
        }
    }
}
