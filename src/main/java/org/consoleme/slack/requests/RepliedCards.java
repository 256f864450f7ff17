package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.consoleme.notifications.PostedCard;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.SlackTenant;
import org.consoleme.slack.Unfinished;

/**
 * The cards that replies are to. Slack says it once and no more, and a card may stand there that
 * another node has not yet written down: what fails is tried again at once, what is not found is
 * looked for again later.
 */
@Single
public class RepliedCards {
    /** How often a card is looked for once more that may just be posted by another node. */
    static final int LOOKS = 2;

    private static final int MOST_TRIES = 3;

    private final RecordedCards cards;
    private final CardChannels channels;
    private final SlackTenant tenant;
    private final Unfinished unfinished;

    @Inject
    public RepliedCards(
            RecordedCards cards, CardChannels channels, SlackTenant tenant, Unfinished unfinished) {
        this.cards = cards;
        this.channels = channels;
        this.tenant = tenant;
        this.unfinished = unfinished;
    }

    /**
     * @param thread the timestamp of its first message
     * @throws ProblemException {@code Unavailable}
     */
    Optional<PostedCard> over(String channel, String thread) {
        return insisting(() -> cards.at(new SlackPlace(tenant.home(), channel, thread)));
    }

    /** In another channel it was hardly a card that they replied to. */
    boolean mayStandIn(String channel) {
        return channels.has(channel);
    }

    /**
     * Looks at the next turn, if a card may stand there.
     *
     * @param looks how many are left
     * @param look is told how many are left then
     */
    void lookLater(String channel, int looks, IntConsumer look) {
        if (looks > 0 && mayStandIn(channel)) {
            unfinished.later(() -> look.accept(looks - 1));
        }
    }

    /** The stores' own clients have waited between their tries already. */
    static <T> T insisting(Supplier<T> step) {
        for (int i = 1; ; i++) {
            try {
                return step.get();
            } catch (ProblemException e) {
                if (i == MOST_TRIES || !(e.problem() instanceof Problem.Unavailable)) {
                    throw e;
                }
            }
        }
    }
}
