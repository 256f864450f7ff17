package org.consoleme.notifications;

import java.time.Instant;
import org.consoleme.shared.RequestId;

/**
 * A message that shows a request.
 *
 * @param place where it stands, in the channel's own words: {@code team#channel#timestamp} for
 *     Slack
 * @param hash of the content that it shows
 * @param revision of what it shows: counts each change of the request and of the grant that came of
 *     it; a later one makes it out of date
 * @param kind the card with the buttons, or a message to one person
 */
public record PostedCard(
        String place, RequestId request, Kind kind, String hash, long revision, Instant postedAt) {
    private static final long OUT_OF_DATE = -1;

    /** The same where it does not show what it should, whatever came after. */
    public PostedCard outdated() {
        return new PostedCard(place, request, kind, hash, OUT_OF_DATE, postedAt);
    }

    /** The names are stored. */
    public enum Kind {
        CARD,
        /** To the one who asked: what came of it. */
        MESSAGE,
        /** To the one who has a grant: it ends soon. */
        ENDING
    }
}
