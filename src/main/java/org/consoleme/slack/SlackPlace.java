package org.consoleme.slack;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a message stands. Its text is how {@link org.consoleme.notifications.PostedCards} knows it.
 *
 * @param team the workspace's id
 * @param channel the conversation's id
 * @param ts the message's timestamp, which is its id within the channel
 */
public record SlackPlace(String team, String channel, String ts) {

    /** Empty for anything that {@link #toString} would not write. */
    public static Optional<SlackPlace> read(String text) {
        String[] parts = text.split("#", -1);
        return parts.length == 3
                ? Optional.of(new SlackPlace(parts[0], parts[1], parts[2]))
                : Optional.empty();
    }

    /** The same channel and timestamp under another workspace's id. */
    public SlackPlace of(String otherTeam) {
        return new SlackPlace(otherTeam, channel, ts);
    }

    /** Between us and one person: their ids begin with D. */
    public boolean direct() {
        return channel.startsWith("D");
    }

    /** When it was posted; long ago if the timestamp is none. */
    public Instant at() {
        int dot = ts.indexOf('.');
        try {
            return Instant.ofEpochSecond(Long.parseLong(ts, 0, Math.max(0, dot), 10));
        } catch (NumberFormatException | DateTimeException none) {
            return Instant.EPOCH;
        }
    }

    @Override
    public String toString() {
        return team + "#" + channel + "#" + ts;
    }
}
