package org.consoleme.slack.requests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.slack.SlackApi;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.message.SlackMessage;

/**
 * Draws a posted card anew so that the record never claims more than what is seen: while somebody
 * draws, it claims nothing, and what was drawn only once Slack took it. One draws at a time, since
 * Slack may take two drawings in either order. Who dies meanwhile leaves a record that claims
 * nothing, and that counts as out of date.
 */
final class CardDrawing {
    /** What Slack says of a message that we can write no more. */
    static final Set<String> LOST =
            Set.of(
                    "message_not_found",
                    "channel_not_found",
                    "cant_update_message",
                    "edit_window_closed",
                    "is_inactive",
                    "is_archived",
                    "not_in_channel");

    /** How often something is tried again that somebody else came between. */
    static final int MOST = 5;

    /** Whoever draws is mostly done by then. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final SlackPosts posts;
    private final PostedCards cards;
    private final Clock clock;
    private final Duration longest;

    /**
     * @param longest after that nobody is drawing any more: longer than Slack is waited for
     */
    CardDrawing(SlackPosts posts, PostedCards cards, Clock clock, Duration longest) {
        this.posts = posts;
        this.cards = cards;
        this.clock = clock;
        this.longest = longest;
    }

    /** Longer than Slack is waited for: after that nobody is posting or drawing any more. */
    static Duration longest(SlackSettings settings) {
        return settings.timeout().multipliedBy(2).plusSeconds(30);
    }

    /**
     * @param before as it was read
     * @param after what the record is to claim
     * @return false if somebody else came between: what is to be seen must be looked up again
     * @throws ProblemException {@code Unavailable} while somebody else draws it, and as Slack has
     *     it
     */
    boolean draw(PostedCard before, PostedCard after, SlackPlace place, SlackMessage message) {
        return draw(before, after, place, () -> message);
    }

    /**
     * @param message asked for once it is written down that we draw; what it throws leaves what
     *     stood there, as {@link #draw(PostedCard, PostedCard, SlackPlace, SlackMessage)} does
     */
    boolean draw(
            PostedCard before, PostedCard after, SlackPlace place, Supplier<SlackMessage> message) {
        requireNobodyDraws(before);
        PostedCard mark = before.beingDrawn(now().plus(longest));
        if (!cards.replace(before, mark)) {
            return false;
        }
        try {
            posts.update(place, message.get());
        } catch (ProblemException e) {
            notTaken(before, mark, e);
            throw e;
        }
        if (cards.replace(mark, after)) {
            return true;
        }
        unclaim(after.place());
        return false;
    }

    private void requireNobodyDraws(PostedCard card) {
        if (card.drawnUntil().filter(now()::isBefore).isPresent()) {
            throw busy();
        }
    }

    static ProblemException busy() {
        return new Problem.Unavailable("Whoever draws this in Slack", AGAIN).asException();
    }

    /** Whether Slack said that the message cannot be written any more. */
    static boolean lost(ProblemException e) {
        return SlackApi.error(e).filter(LOST::contains).isPresent();
    }

    /** What stood there still does, unless Slack may have taken it all the same. */
    private void notTaken(PostedCard before, PostedCard mark, ProblemException why) {
        if (why.problem() instanceof Problem.Unavailable) {
            return;
        }
        try {
            cards.replace(mark, before);
        } catch (ProblemException away) {
            why.addSuppressed(away);
        }
    }

    /**
     * After we were so slow that somebody else drew it: ours may be seen, whatever the record says.
     * Who is drawing at this moment must not claim theirs either.
     */
    private void unclaim(String place) {
        for (int i = 0; i < MOST; i++) {
            Optional<PostedCard> found = cards.find(place);
            if (found.isEmpty() || cards.replace(found.get(), unclaimed(found.get()))) {
                return;
            }
        }
        throw busy();
    }

    /** For anybody to draw at once, or when the other drawing must be over. */
    private PostedCard unclaimed(PostedCard found) {
        Instant now = now();
        return found.beingDrawn(
                found.drawnUntil().filter(now::isBefore).map(end -> end.plusMillis(1)).orElse(now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
