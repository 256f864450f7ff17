package org.consoleme.notifications;

import java.util.List;
import java.util.Optional;
import org.consoleme.shared.RequestId;

/** The record of what was posted where. A click counts only on a card that stands here. */
public interface PostedCards {

    Optional<PostedCard> find(String place);

    List<PostedCard> of(RequestId request);

    /** Stores or replaces, unless a later revision stands there. */
    void save(PostedCard card);

    void forget(String place);
}
