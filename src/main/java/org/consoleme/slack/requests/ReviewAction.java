package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.consoleme.identity.Caller;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Review;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackCallers;
import org.consoleme.slack.SlackModals;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackTenant;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.verify.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A click on Approve or Deny: counts only on a card that stands in our record, and opens the modal
 * for those who may decide at this moment.
 */
@Single
public class ReviewAction {
    private static final Logger LOG = LoggerFactory.getLogger(ReviewAction.class);

    private static final Duration BEING_WRITTEN_DOWN = Duration.ofMinutes(1);

    private final SlackCallers callers;
    private final PostedCards cards;
    private final CardReview review;
    private final ModalSeal seal;
    private final SlackModals modals;
    private final SlackPosts posts;
    private final SlackTenant tenant;
    private final Refusals refusals;
    private final Clock clock;

    @Inject
    public ReviewAction(
            SlackCallers callers,
            PostedCards cards,
            CardReview review,
            ModalSeal seal,
            SlackModals modals,
            SlackPosts posts,
            SlackTenant tenant,
            Refusals refusals,
            Clock clock) {
        this.callers = callers;
        this.cards = cards;
        this.review = review;
        this.seal = seal;
        this.modals = modals;
        this.posts = posts;
        this.tenant = tenant;
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * @return nothing to say where the modal opened
     * @throws org.consoleme.shared.ProblemException which is drawn for the clicker; what the button
     *     and the message say makes no difference to the one for a card that is none of ours
     */
    SlackMessage open(SlackCall call, Review.Verdict verdict) {
        Caller caller = callers.decider(call);
        SlackPlace place = call.message(tenant).orElseThrow(() -> unknown(call, "UnknownCard"));
        PostedCard card =
                cards.find(place.toString())
                        .filter(found -> found.kind() == PostedCard.Kind.CARD)
                        .orElseThrow(
                                () -> {
                                    putAway(place);
                                    return unknown(call, "UnknownCard");
                                });
        if (!card.request().value().equals(call.text())) {
            throw unknown(call, "ForgedButton");
        }
        ReviewHandle handle = new ReviewHandle(place, verdict, card.hash());
        ChangeRequest request = review.requireMay(call, caller, card, handle);
        modals.open(
                call.where().trigger(),
                ReviewModal.draw(
                        request,
                        review.facts(request),
                        verdict,
                        seal.seal(call.key(), handle.parts())));
        return new SlackMessage();
    }

    private ProblemException unknown(SlackCall call, String cause) {
        refusals.refused(cause, call.key());
        return new Problem.NotFound(RequestProblems.CARD, "").asException();
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
