package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.consoleme.notifications.PostedCard;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackTenant;
import org.consoleme.slack.verify.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which card was clicked: a click counts only on one that stands in our record. */
@Single
public class ClickedCard {
    private static final Logger LOG = LoggerFactory.getLogger(ClickedCard.class);

    private static final Duration BEING_WRITTEN_DOWN = Duration.ofMinutes(1);

    private final RecordedCards cards;
    private final SlackPosts posts;
    private final SlackTenant tenant;
    private final Refusals refusals;
    private final Clock clock;

    @Inject
    public ClickedCard(
            RecordedCards cards,
            SlackPosts posts,
            SlackTenant tenant,
            Refusals refusals,
            Clock clock) {
        this.cards = cards;
        this.posts = posts;
        this.tenant = tenant;
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * @throws ProblemException {@code NotFound}, always the same, whatever the button and the
     *     message say
     */
    PostedCard require(SlackCall call) {
        SlackPlace place = call.message(tenant).orElseThrow(() -> unknown(call, "UnknownCard"));
        PostedCard card =
                cards.at(place)
                        .orElseThrow(
                                () -> {
                                    putAway(place);
                                    return unknown(call, "UnknownCard");
                                });
        if (!card.request().value().equals(call.text())) {
            throw unknown(call, "ForgedButton");
        }
        return card;
    }

    private ProblemException unknown(SlackCall call, String cause) {
        refusals.refused(cause, call.key());
        return RequestProblems.noCard();
    }

    /**
     * A copy that we posted without learning of it must not look alive. Slack refuses this for
     * messages that are not ours, which is as well. One that stands there only just may still be
     * about to be written down.
     */
    private void putAway(SlackPlace place) {
        if (clock.instant().isBefore(place.at().plus(BEING_WRITTEN_DOWN))) {
            return;
        }
        try {
            posts.update(place, RequestCard.stale());
        } catch (ProblemException e) {
            LOG.atDebug()
                    .addKeyValue("problem", e.problem().getClass().getSimpleName())
                    .log("unknown card left as it is");
        }
    }
}
