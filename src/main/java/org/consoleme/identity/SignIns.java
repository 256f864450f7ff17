package org.consoleme.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;

/** The groups of the last web sign-in of each person, durable. */
public interface SignIns {

    void remember(UserId user, Set<GroupName> groups, Instant at);

    Optional<Directory.Entry> last(UserId user);
}
