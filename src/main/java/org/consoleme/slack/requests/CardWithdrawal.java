package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackApi;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the cards of what is under way, or lives, out of a channel: a link stands in their place;
 * and puts them back. All are written down as out of date first: what we do not come to, or Slack
 * does not take now, is drawn by the outbox, on whichever node. Whoever draws asks Slack about the
 * channel, and draws the link or the card by that.
 */
@Single
public class CardWithdrawal {
    private static final Logger LOG = LoggerFactory.getLogger(CardWithdrawal.class);

    private final CardsUnderWay underWay;
    private final PostedCards cards;
    private final SlackSettings settings;
    private final Clock clock;
    private final CardDrawing drawing;

    @Inject
    public CardWithdrawal(
            CardsUnderWay underWay,
            PostedCards cards,
            SlackPosts posts,
            SlackSettings settings,
            Clock clock) {
        this.underWay = underWay;
        this.cards = cards;
        this.settings = settings;
        this.clock = clock;
        drawing = new CardDrawing(posts, cards, clock, CardDrawing.longest(settings));
    }

    /** What cannot be found now does not keep the rest from being withdrawn. */
    Withdrawn from(String channel) {
        Map<PostedCard, PostedCard> marked = new LinkedHashMap<>();
        boolean all = underWay.forEach(channel, card -> marked.put(mark(card), card));
        Withdrawn sum = all ? Withdrawn.NONE : Withdrawn.NOT_FOUND;
        for (Map.Entry<PostedCard, PostedCard> one : marked.entrySet()) {
            sum = sum.and(withdraw(one.getKey(), one.getValue()));
        }
        return sum;
    }

    /**
     * Has them drawn as they should be where they stand.
     *
     * @return false if not all could be looked for
     */
    boolean undo(String channel) {
        return underWay.forEach(channel, this::mark);
    }

    /**
     * @return as it stands in the record then; if others come between all the time, they draw it
     */
    private PostedCard mark(PostedCard card) {
        if (cards.outdated(card, clock.instant())) {
            return card.outdated();
        }
        return cards.find(card.place())
                .filter(now -> cards.outdated(now, clock.instant()))
                .map(PostedCard::outdated)
                .orElse(card);
    }

    /**
     * @param card what the record claims of it afterwards: the outbox need not draw it again
     */
    private Withdrawn withdraw(PostedCard marked, PostedCard card) {
        SlackPlace place = SlackPlace.read(card.place()).orElseThrow();
        String page = settings.page("/requests/" + card.request());
        try {
            return drawing.draw(marked, card, place, RequestCard.withheld(page))
                    ? Withdrawn.REPLACED
                    : Withdrawn.FOLLOWING;
        } catch (ProblemException e) {
            LOG.atWarn()
                    .addKeyValue("request", card.request())
                    .addKeyValue("problem", e.problem().sentence())
                    .log("card in a shared channel not withdrawn yet");
            return SlackApi.error(e).filter("message_not_found"::equals).isPresent()
                    ? Withdrawn.NONE
                    : Withdrawn.FOLLOWING;
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("request", card.request())
                    .setCause(e)
                    .log("card in a shared channel not withdrawn yet");
            return Withdrawn.FOLLOWING;
        }
    }
}
