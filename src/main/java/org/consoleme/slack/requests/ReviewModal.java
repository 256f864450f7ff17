package org.consoleme.slack.requests;

import com.slack.api.model.view.View;
import java.util.Map;
import java.util.Optional;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Review;
import org.consoleme.shared.SecretShapes;
import org.consoleme.slack.SlackForm;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.message.SlackModal;

/** Shows once more what is decided, and asks for a reason: required to deny. */
final class ReviewModal {
    static final String CALLBACK = "requests.review";
    static final String REASON = "reason";
    static final int LONGEST_REASON = 1000;

    private ReviewModal() {}

    static View draw(
            ChangeRequest request, RequestFacts facts, Review.Verdict verdict, String metadata) {
        SlackMessage shown = new SlackMessage();
        RequestCard.what(shown, request, facts);
        boolean deny = verdict == Review.Verdict.REJECTED;
        SlackModal.Field reason = SlackModal.Field.of(REASON, deny ? "Why not" : "Reason");
        return new SlackModal(CALLBACK, deny ? "Deny" : "Approve")
                .show(shown)
                .text(
                        (deny ? reason : reason.asOptional())
                                .hint("Everybody who sees the request reads it."),
                        true,
                        LONGEST_REASON)
                .view(deny ? "Deny" : "Approve", metadata);
    }

    /** What is wrong with the fields, by their names; known without asking anybody. */
    static Map<String, String> mistakes(SlackForm form) {
        Optional<String> reason = form.text(REASON);
        if (reason.filter(SecretShapes::found).isPresent()) {
            return Map.of(REASON, SECRET);
        }
        return reason.filter(text -> text.length() > LONGEST_REASON).isPresent()
                ? Map.of(REASON, "At most " + LONGEST_REASON + " characters.")
                : Map.of();
    }

    static final String SECRET =
            "That looks like a secret. I kept nothing of it; do not use it any more.";
}
