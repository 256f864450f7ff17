package org.consoleme.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;

/** The groups of the last web sign-in of each person, durable. */
public interface SignIns {

    void remember(UserId user, Set<GroupName> groups, Instant at);

    /**
     * The last one, which another node may have seen a minute ago without this one knowing yet.
     *
     * @param since an older one is of no use to who asks: it is never answered from memory, so
     *     whoever signs in again is let in at once
     */
    Optional<Directory.Entry> last(UserId user, Instant since);
}
