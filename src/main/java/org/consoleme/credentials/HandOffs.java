package org.consoleme.credentials;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.identity.OpaqueId;
import org.consoleme.shared.Ephemeral;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;

/**
 * Leads a person from a message to the page of one role. The id in the link is no secret and opens
 * nothing by itself: the page demands the sign-in of the person it was made for. Good for ten
 * minutes and one opening.
 */
@Single
public class HandOffs {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final String KEY = "hand-off:";

    private final Ephemeral store;

    @Inject
    public HandOffs(Ephemeral store) {
        this.store = store;
    }

    String offer(UserId user, RoleArn role) {
        String id = OpaqueId.make();
        store.put(KEY + id, role + " " + user.key(), LIFE);
        return id;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound} if it is used up, expired,
     *     unknown or somebody else's
     */
    RoleArn take(Caller caller, String id) {
        Optional<String> value = OpaqueId.looksLikeOne(id) ? store.get(KEY + id) : Optional.empty();
        return value.filter(text -> owner(text).equals(caller.user().key()))
                .flatMap(text -> store.take(KEY + id))
                .map(text -> RoleArn.parse(text.substring(0, text.indexOf(' '))))
                .orElseThrow(() -> new Problem.NotFound("link", "").asException());
    }

    private static String owner(String text) {
        return text.substring(text.indexOf(' ') + 1);
    }
}
