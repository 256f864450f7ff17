package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.consoleme.access.Grant;
import org.consoleme.access.LiveGrants;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Requests;
import org.consoleme.requests.UnreadableRequest;
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
 * Takes the cards of what is under way, or lives, out of a channel: a link stands in their place.
 * What Slack does not take now is drawn again by the outbox until it does.
 */
@Single
public class CardWithdrawal {
    private static final Logger LOG = LoggerFactory.getLogger(CardWithdrawal.class);
    private static final int PAGE = 100;
    private static final List<RequestState.Name> UNDER_WAY =
            List.of(
                    RequestState.Name.PENDING,
                    RequestState.Name.APPROVED,
                    RequestState.Name.APPLYING,
                    RequestState.Name.FAILED);

    private final Requests requests;
    private final LiveGrants grants;
    private final PostedCards cards;
    private final SlackPosts posts;
    private final SlackSettings settings;
    private final Clock clock;

    @Inject
    public CardWithdrawal(
            Requests requests,
            LiveGrants grants,
            PostedCards cards,
            SlackPosts posts,
            SlackSettings settings,
            Clock clock) {
        this.requests = requests;
        this.grants = grants;
        this.cards = cards;
        this.posts = posts;
        this.settings = settings;
        this.clock = clock;
    }

    /** What cannot be found now does not keep the rest from being withdrawn. */
    Withdrawn from(String channel) {
        Set<RequestId> underWay = new LinkedHashSet<>();
        Withdrawn sum = Withdrawn.NONE;
        for (RequestState.Name state : UNDER_WAY) {
            sum = sum.and(unlessAway(() -> add(state, underWay)));
        }
        grants.endingBefore(Instant.MAX).stream().map(Grant::request).forEach(underWay::add);
        for (RequestId request : underWay) {
            sum = sum.and(unlessAway(() -> withdraw(request, channel)));
        }
        return sum;
    }

    private static Withdrawn unlessAway(Supplier<Withdrawn> step) {
        try {
            return step.get();
        } catch (ProblemException e) {
            LOG.atWarn()
                    .addKeyValue("problem", e.problem().sentence())
                    .log("cards in a shared channel not looked for");
            return Withdrawn.NOT_FOUND;
        }
    }

    /** Also those that cannot be read: their cards can. */
    private Withdrawn add(RequestState.Name state, Set<RequestId> all) {
        Optional<String> next = Optional.empty();
        do {
            Requests.Page page = requests.inState(state, next, PAGE);
            Stream.concat(
                            page.requests().stream().map(ChangeRequest::id),
                            page.unreadable().stream().map(UnreadableRequest::id))
                    .forEach(all::add);
            next = page.next();
        } while (next.isPresent());
        return Withdrawn.NONE;
    }

    private Withdrawn withdraw(RequestId request, String channel) {
        Withdrawn sum = Withdrawn.NONE;
        for (PostedCard card : cards.of(request)) {
            Optional<SlackPlace> place =
                    SlackPlace.read(card.place()).filter(at -> at.channel().equals(channel));
            if (place.isPresent() && card.kind() == PostedCard.Kind.CARD) {
                sum = sum.and(withdraw(card, place.get()));
            }
        }
        return sum;
    }

    private Withdrawn withdraw(PostedCard card, SlackPlace place) {
        try {
            posts.update(place, RequestCard.withheld(settings.page("/requests/" + card.request())));
            return Withdrawn.REPLACED;
        } catch (ProblemException e) {
            LOG.atWarn()
                    .addKeyValue("request", card.request())
                    .addKeyValue("problem", e.problem().sentence())
                    .log("card in a shared channel not withdrawn yet");
            if (SlackApi.error(e).filter("message_not_found"::equals).isPresent()) {
                return Withdrawn.NONE;
            }
            outdated(card);
            return Withdrawn.FOLLOWING;
        }
    }

    /** Whoever draws it meanwhile asks Slack about the channel, and draws the link. */
    private void outdated(PostedCard card) {
        if (!cards.outdated(card, clock.instant())) {
            cards.find(card.place()).ifPresent(now -> cards.outdated(now, clock.instant()));
        }
    }
}
