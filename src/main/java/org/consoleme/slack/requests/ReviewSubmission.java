package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import jakarta.inject.Inject;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Review;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackCallers;
import org.consoleme.slack.SlackForm;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.verify.Refusals;

/**
 * The modal of a decision, sent: who sends it is looked up anew, and the decision counts for what
 * the modal showed.
 */
@Single
public class ReviewSubmission {
    private final SlackCallers callers;
    private final PostedCards cards;
    private final CardReview review;
    private final ModalSeal seal;
    private final Refusals refusals;

    @Inject
    public ReviewSubmission(
            SlackCallers callers,
            PostedCards cards,
            CardReview review,
            ModalSeal seal,
            Refusals refusals) {
        this.callers = callers;
        this.cards = cards;
        this.review = review;
        this.seal = seal;
        this.refusals = refusals;
    }

    /** Where the answer belongs: beside the card. Read without asking anybody. */
    SlackCall at(SlackCall call) {
        return handle(call).map(handle -> call.in(handle.place().channel())).orElse(call);
    }

    /**
     * @param call its text is what the modal carried
     */
    SlackMessage decide(SlackCall call, SlackForm form) {
        Caller caller = callers.decider(call);
        ReviewHandle handle =
                handle(call)
                        .orElseThrow(
                                () -> {
                                    refusals.refused("ForgedHandle", call.key());
                                    return RequestProblems.noCard();
                                });
        PostedCard card =
                cards.find(handle.place().toString()).orElseThrow(RequestProblems::noCard);
        Optional<String> reason = form.text(ReviewModal.REASON);
        review.requireLowRisk(call, caller, card, handle);
        ChangeRequest decided =
                review.decide(caller, card.request(), handle.verdict(), handle.hash(), reason);
        return new SlackMessage().line(plain(sentence(decided, handle.verdict())));
    }

    private Optional<ReviewHandle> handle(SlackCall call) {
        return seal.open(call.key(), call.text()).flatMap(ReviewHandle::of);
    }

    private static String sentence(ChangeRequest request, Review.Verdict verdict) {
        if (verdict == Review.Verdict.REJECTED) {
            return "You denied it.";
        }
        return request.state() instanceof RequestState.Pending
                ? "You approved it. It waits for another approval."
                : "You approved it. The card shows how it goes on.";
    }
}
