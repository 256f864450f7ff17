package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import org.consoleme.identity.Caller;
import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.Review;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackCallers;
import org.consoleme.slack.SlackModals;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.message.SlackMessage;

/** A click on Approve or Deny: opens the modal for those who may decide at this moment. */
@Single
public class ReviewAction {
    private final SlackCallers callers;
    private final ClickedCard clicked;
    private final CardReview review;
    private final ModalSeal seal;
    private final SlackModals modals;

    @Inject
    public ReviewAction(
            SlackCallers callers,
            ClickedCard clicked,
            CardReview review,
            ModalSeal seal,
            SlackModals modals) {
        this.callers = callers;
        this.clicked = clicked;
        this.review = review;
        this.seal = seal;
        this.modals = modals;
    }

    /**
     * @return nothing to say where the modal opened
     * @throws org.consoleme.shared.ProblemException which is drawn for the clicker
     */
    SlackMessage open(SlackCall call, Review.Verdict verdict) {
        Caller caller = callers.decider(call);
        PostedCard card = clicked.require(call);
        SlackPlace place = SlackPlace.read(card.place()).orElseThrow(RequestProblems::noCard);
        ReviewHandle handle = new ReviewHandle(place, verdict, card.hash());
        CardReview.Open open = review.requireMay(call, caller, card, handle);
        modals.open(
                call.where().trigger(),
                ReviewModal.draw(
                        open.request(),
                        open.known(),
                        verdict,
                        seal.seal(call.key(), handle.parts())));
        return new SlackMessage();
    }
}
