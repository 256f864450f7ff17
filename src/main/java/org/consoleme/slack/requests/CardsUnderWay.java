package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.consoleme.access.Grant;
import org.consoleme.access.LiveGrants;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Requests;
import org.consoleme.requests.UnreadableRequest;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackPlace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cards of what is under way, or lives, in one channel. */
@Single
public class CardsUnderWay {
    private static final Logger LOG = LoggerFactory.getLogger(CardsUnderWay.class);
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

    @Inject
    public CardsUnderWay(Requests requests, LiveGrants grants, PostedCards cards) {
        this.requests = requests;
        this.grants = grants;
        this.cards = cards;
    }

    /**
     * Takes {@code step} with each. What cannot be found now, or fails, does not keep the rest from
     * it.
     *
     * @param also requests whose cards are wanted whatever became of them
     * @return whether that was all; else it is to be done again
     */
    boolean forEach(String channel, Set<RequestId> also, Consumer<PostedCard> step) {
        Set<RequestId> found = new LinkedHashSet<>(also);
        boolean all = true;
        for (RequestState.Name state : UNDER_WAY) {
            all &= went(() -> add(state, found));
        }
        all &=
                went(
                        () ->
                                grants.endingBefore(Instant.MAX).stream()
                                        .map(Grant::request)
                                        .forEach(found::add));
        for (RequestId request : found) {
            all &= went(() -> in(channel, request).forEach(step));
        }
        return all;
    }

    private static boolean went(Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("not all cards in a channel seen to");
            return false;
        }
    }

    /** Also those that cannot be read: their cards can. */
    private void add(RequestState.Name state, Set<RequestId> all) {
        Optional<String> next = Optional.empty();
        do {
            Requests.Page page = requests.inState(state, next, PAGE);
            Stream.concat(
                            page.requests().stream().map(ChangeRequest::id),
                            page.unreadable().stream().map(UnreadableRequest::id))
                    .forEach(all::add);
            next = page.next();
        } while (next.isPresent());
    }

    private Stream<PostedCard> in(String channel, RequestId request) {
        return cards.of(request).stream()
                .filter(card -> card.kind() == PostedCard.Kind.CARD)
                .filter(
                        card ->
                                SlackPlace.read(card.place())
                                        .filter(place -> place.channel().equals(channel))
                                        .isPresent());
    }
}
