package org.consoleme.slack.requests;

import com.slack.api.bolt.App;
import jakarta.inject.Inject;
import org.consoleme.requests.Review;
import org.consoleme.shared.Single;

/** What Bolt is told of the cards: their buttons, and the modals that these open. */
@Single
public class CardHandlers {
    private final Acknowledging acknowledging;
    private final ReviewAction click;
    private final ReviewSubmission decision;
    private final RevokeAction revoke;

    @Inject
    public CardHandlers(
            Acknowledging acknowledging,
            ReviewAction click,
            ReviewSubmission decision,
            RevokeAction revoke) {
        this.acknowledging = acknowledging;
        this.click = click;
        this.decision = decision;
        this.revoke = revoke;
    }

    void addTo(App app) {
        app.blockAction(
                RequestCard.APPROVE,
                acknowledging.button(
                        RequestCard.BLOCK, call -> click.open(call, Review.Verdict.APPROVED)));
        app.blockAction(
                RequestCard.DENY,
                acknowledging.button(
                        RequestCard.BLOCK, call -> click.open(call, Review.Verdict.REJECTED)));
        app.viewSubmission(
                ReviewModal.CALLBACK,
                acknowledging.form(ReviewModal::mistakes, decision::at, decision::decide));
        app.blockAction(
                RequestCard.REVOKE, acknowledging.button(RequestCard.GRANT_BLOCK, revoke::open));
        app.viewSubmission(
                RevokeModal.CALLBACK,
                acknowledging.form(RevokeModal::mistakes, revoke::at, revoke::submitted));
    }
}
