package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.consoleme.identity.Caller;
import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.LookAtRequest;
import org.consoleme.requests.LookedAtRequest;
import org.consoleme.requests.Review;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.requests.ReviewRequest;
import org.consoleme.requests.Rights;
import org.consoleme.requests.SeenRequest;
import org.consoleme.requests.UnreadableRequest;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.verify.Refusals;

/** What a card's decision means to the core; a card that shows too little is drawn anew. */
@Single
public class CardReview {
    /** Of nothing that was ever shown: a decision with it is always refused. */
    private static final String NOTHING_SHOWN = "-";

    private final LookAtRequest look;
    private final ReviewRequest review;
    private final RequestFactsReader facts;
    private final RequestCopies copies;
    private final SlackSettings settings;
    private final Refusals refusals;

    @Inject
    public CardReview(
            LookAtRequest look,
            ReviewRequest review,
            RequestFactsReader facts,
            RequestCopies copies,
            SlackSettings settings,
            Refusals refusals) {
        this.look = look;
        this.review = review;
        this.facts = facts;
        this.copies = copies;
        this.settings = settings;
        this.refusals = refusals;
    }

    /** What the caller may decide, and what is known of it. */
    record Open(ChangeRequest request, RequestFacts known) {}

    /**
     * Who may not decide, or not this any more, hears it from the core, which writes it down.
     *
     * @return what the caller may decide, as the card shows it
     */
    Open requireMay(SlackCall call, Caller caller, PostedCard card, ReviewHandle handle) {
        LookedAtRequest seen = look.handle(caller, card.request());
        if (seen.seen() instanceof SeenRequest.Unreadable) {
            throw UnreadableRequest.problem();
        }
        if (!(seen.seen() instanceof SeenRequest.Ours(ChangeRequest request))) {
            throw RequestProblems.noCard();
        }
        Rights rights = seen.rights().orElseThrow();
        boolean may =
                handle.verdict() == Review.Verdict.APPROVED ? rights.approve() : rights.reject();
        if (!may || !request.hash().equals(card.hash())) {
            boolean twice =
                    rights.rule().filter(rule -> approvedAll(request, caller, rule)).isPresent();
            decide(
                    caller,
                    request.id(),
                    handle.verdict(),
                    twice ? card.hash() : NOTHING_SHOWN,
                    card.hash(),
                    Optional.of("-"));
        }
        RequestFacts known = facts.of(request);
        refuseHighRisk(call, request, known, handle);
        return new Open(request, known);
    }

    private static boolean approvedAll(ChangeRequest request, Caller caller, String rule) {
        return request.open().stream().allMatch(id -> request.approvedBy(caller.user(), id, rule));
    }

    /**
     * @throws org.consoleme.shared.ProblemException as the core has it; after {@code Conflict} the
     *     copies show what became of the request
     */
    ChangeRequest decide(
            Caller caller,
            RequestId id,
            Review.Verdict verdict,
            String hash,
            Optional<String> reason) {
        return decide(caller, id, verdict, hash, hash, reason);
    }

    private ChangeRequest decide(
            Caller caller,
            RequestId id,
            Review.Verdict verdict,
            String hash,
            String shown,
            Optional<String> reason) {
        try {
            return review.handle(
                    caller,
                    id,
                    switch (verdict) {
                        case APPROVED -> new ReviewCommand.Approve(hash, Set.of(), reason);
                        case REJECTED -> new ReviewCommand.Reject(hash, reason.orElse(""));
                    });
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Conflict(String sentence)) {
                String changes = copies.redraw(id).map(now -> changed(shown, now)).orElse("");
                throw changes.isEmpty()
                        ? e
                        : new Problem.Conflict(sentence + "\n" + changes).asException(e);
            }
            throw e;
        }
    }

    /** A line each; none if it is what was shown. */
    private String changed(String shown, ChangeRequest now) {
        return now.hash().equals(shown) ? "" : String.join("\n", facts.changedSince(shown, now));
    }

    /** For a request that is riskier than when its modal was opened. */
    void requireLowRisk(SlackCall call, Caller caller, PostedCard card, ReviewHandle handle) {
        if (look.handle(caller, card.request()).seen()
                instanceof SeenRequest.Ours(ChangeRequest request)) {
            refuseHighRisk(call, request, facts.of(request), handle);
        }
    }

    /** The card's button leads to the console; here comes only who goes round it. */
    private void refuseHighRisk(
            SlackCall call, ChangeRequest request, RequestFacts known, ReviewHandle handle) {
        if (handle.verdict() == Review.Verdict.APPROVED && known.high()) {
            refusals.refused("StepUpRequired", call.key());
            throw new Problem.Forbidden(
                            "This is approved on the console alone: "
                                    + settings.page("/requests/" + request.id()))
                    .asException();
        }
    }
}
