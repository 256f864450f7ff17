package org.consoleme.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.shared.UserId;

/**
 * Who a Slack user is. A Slack user is exactly one person; a person may have several Slack users.
 */
public interface SlackLinks {

    Optional<UserId> personOf(SlackKey key);

    /**
     * Linking again to the same person is fine and keeps the first date.
     *
     * @throws org.consoleme.shared.ProblemException {@code Conflict} if the Slack user is linked to
     *     somebody else
     */
    void link(SlackKey key, UserId user, Instant at);

    /**
     * @return false if it was not linked
     */
    boolean unlink(SlackKey key);

    /**
     * The one linked last first, those of one instant by name. What counts is when each was tied to
     * the person: linking it again changes no order. May lag a moment behind a change.
     */
    List<SlackKey> of(UserId user);
}
