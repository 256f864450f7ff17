package org.consoleme.slack.requests;

import static java.util.stream.Collectors.toSet;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
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

    private static final Problem OURS_AGAIN =
            new Problem.Conflict("The channel is shared with nobody any more.");

    private final CardsUnderWay underWay;
    private final SlackPosts posts;
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
        this.posts = posts;
        this.settings = settings;
        this.clock = clock;
        drawing = new CardDrawing(posts, cards, clock, CardDrawing.longest(settings));
    }

    /**
     * What cannot be found now does not keep the rest from being withdrawn.
     *
     * @param whose is told of the requests before the first card is withdrawn
     */
    Withdrawn from(String channel, Consumer<Set<RequestId>> whose) {
        Map<PostedCard, PostedCard> marked = new LinkedHashMap<>();
        boolean all = underWay.forEach(channel, Set.of(), card -> marked.put(mark(card), card));
        whose.accept(marked.keySet().stream().map(PostedCard::request).collect(toSet()));
        Withdrawn sum = all ? Withdrawn.NONE : Withdrawn.NOT_FOUND;
        for (Map.Entry<PostedCard, PostedCard> one : marked.entrySet()) {
            sum = sum.and(withdraw(one.getKey(), one.getValue()));
        }
        return sum;
    }

    /**
     * Has them drawn as they should be where they stand.
     *
     * @param also whose cards were withdrawn, whatever became of them since
     * @return false if not all could be looked for
     */
    boolean undo(String channel, Set<RequestId> also) {
        return underWay.forEach(channel, also, this::mark);
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
            return drawing.draw(
                            marked,
                            card,
                            place,
                            () -> {
                                requireShared(place.channel());
                                return RequestCard.withheld(page);
                            })
                    ? Withdrawn.REPLACED
                    : Withdrawn.FOLLOWING;
        } catch (ProblemException e) {
            LOG.atWarn()
                    .addKeyValue("request", card.request())
                    .addKeyValue("problem", e.problem().sentence())
                    .log("card in a shared channel not withdrawn yet");
            return e.problem().equals(OURS_AGAIN)
                            || SlackApi.error(e).filter("message_not_found"::equals).isPresent()
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

    /**
     * Asked once the card is being drawn: whoever finds later that the channel is ours again marks
     * it after that, and our drawing is not what counts. If Slack does not say, the card goes.
     */
    private void requireShared(String channel) {
        boolean ours;
        try {
            ours = !posts.room(channel).shared();
        } catch (ProblemException unknown) {
            LOG.atInfo()
                    .addKeyValue("channel", channel)
                    .addKeyValue("problem", unknown.problem().sentence())
                    .log("not known whether a channel is still shared: its card is withdrawn");
            return;
        }
        if (ours) {
            throw OURS_AGAIN.asException();
        }
    }
}
