package org.consoleme.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.shared.RequestId;

/** The record of what was posted where. A click counts only on a card that stands here. */
public interface PostedCards {

    Optional<PostedCard> find(String place);

    List<PostedCard> of(RequestId request);

    /**
     * Takes it upon oneself to post a copy: of all nodes that ask, one gets it.
     *
     * @param until when another may take it, if nothing was posted by then; whole milliseconds
     */
    Copy.Taking take(Copy copy, Instant now, Instant until);

    /**
     * Writes down the copy that one had taken.
     *
     * @param until as it was taken
     * @return false if that was too late and somebody else took it meanwhile: then this message is
     *     one too many, and it is not in the record
     */
    boolean posted(Copy copy, Instant until, PostedCard card);

    /**
     * Before a copy is drawn anew, and after it was.
     *
     * @param before as it was read, or written by the one who draws it
     * @return whether it was stored: false if somebody else draws it, or drew it meanwhile, or it
     *     was forgotten
     */
    boolean replace(PostedCard before, PostedCard after);

    /**
     * Has a card drawn anew that does not show what it should: it counts as out of date, and its
     * request is announced; both or neither.
     *
     * @param card as it was read
     * @return false if it was drawn or forgotten meanwhile
     */
    boolean outdated(PostedCard card, Instant now);

    /**
     * A copy that one had taken and that was not posted for certain: others need not wait.
     *
     * @param until as it was taken
     */
    void free(Copy copy, Instant until);

    /** A copy that is lost where it stood: it may be posted anew. */
    void forget(Copy copy, String place);
}
