package org.consoleme.notifications;

import java.time.Instant;
import java.util.Optional;
import org.consoleme.shared.RequestId;

/**
 * A message that shows a request.
 *
 * @param place where it stands, in the channel's own words: {@code team#channel#timestamp} for
 *     Slack
 * @param hash of the content that it shows; {@link #NOTHING} as long as nobody knows what it shows
 * @param revision of what it shows: grows with each change of the request, except by a comment, and
 *     of the grant that came of it; a later one makes it out of date. Below zero as long as nobody
 *     knows what it shows: then the milliseconds until when somebody may be drawing it, so that it
 *     is older than any
 * @param kind the card with the buttons, or a message to one person
 * @param occasion what it was posted for: of a card the hash that it showed first, of a message the
 *     news that it told; empty where that was not written down
 */
public record PostedCard(
        String place,
        RequestId request,
        Kind kind,
        String hash,
        long revision,
        Instant postedAt,
        String occasion) {
    /** The hash of no content: a decision with it is always refused. */
    public static final String NOTHING = "-";

    public PostedCard(
            String place,
            RequestId request,
            Kind kind,
            String hash,
            long revision,
            Instant postedAt) {
        this(place, request, kind, hash, revision, postedAt, "");
    }

    /** The same where it does not show what it should, whatever came after. */
    public PostedCard outdated() {
        return beingDrawn(Instant.ofEpochMilli(1));
    }

    /**
     * The same while it is drawn anew.
     *
     * @param until when another may draw it, whatever became of this drawing; whole milliseconds
     */
    public PostedCard beingDrawn(Instant until) {
        return new PostedCard(
                place, request, kind, NOTHING, -until.toEpochMilli(), postedAt, occasion);
    }

    /** Until when somebody may be drawing it; empty if it is known what it shows. */
    public Optional<Instant> drawnUntil() {
        return revision < 0 ? Optional.of(Instant.ofEpochMilli(-revision)) : Optional.empty();
    }

    /** The names are stored. */
    public enum Kind {
        CARD,
        /** To the one who asked: what came of it; one for each news. */
        MESSAGE,
        /** The same to the one for whom somebody else asked. */
        BENEFICIARY,
        /** To the one who has a grant: it ends soon. */
        ENDING
    }
}
