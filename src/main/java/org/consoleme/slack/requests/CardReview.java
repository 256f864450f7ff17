package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.identity.Caller;
import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.LookAtRequest;
import org.consoleme.requests.LookedAtRequest;
import org.consoleme.requests.RequestState;
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
    private static final String TWICE = "You approved this already.";
    private static final String BEING_DRAWN = "The card is just being drawn: click again.";

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
        RequestFacts known = facts.of(request);
        if (!may) {
            throw refusal(caller, card, handle, twice(request, known, caller, handle) ? TWICE : "");
        }
        if (!request.hash().equals(card.hash())) {
            throw refusal(
                    caller,
                    card,
                    handle,
                    PostedCard.NOTHING.equals(card.hash()) ? BEING_DRAWN : "");
        }
        refuseHighRisk(call, request, known, handle);
        return new Open(request, known);
    }

    /** They gave their approval, and it is the others' that are missing. */
    private static boolean twice(
            ChangeRequest request, RequestFacts known, Caller caller, ReviewHandle handle) {
        return handle.verdict() == Review.Verdict.APPROVED
                && request.state() instanceof RequestState.Pending
                && known.closed().isEmpty()
                && known.rule()
                        .filter(
                                rule ->
                                        request.open().stream()
                                                .allMatch(
                                                        id ->
                                                                request.approvedBy(
                                                                        caller.user(), id, rule)))
                        .isPresent();
    }

    /**
     * Has the core refuse it and write that down. What it is told to decide on was never shown to
     * anybody, so that nothing is decided, whatever it finds by then.
     *
     * @param truer in the place of the core's word for a conflict; empty to leave that
     */
    private ProblemException refusal(
            Caller caller, PostedCard card, ReviewHandle handle, String truer) {
        try {
            decide(
                    caller,
                    card.request(),
                    handle.verdict(),
                    PostedCard.NOTHING,
                    card.hash(),
                    Optional.of("-"));
        } catch (ProblemException e) {
            return e.problem() instanceof Problem.Conflict && !truer.isEmpty()
                    ? new Problem.Conflict(truer).asException(e)
                    : e;
        }
        throw new IllegalStateException("a decision on nothing was taken");
    }

    /**
     * @throws org.consoleme.shared.ProblemException as the core has it; after {@code Conflict}, and
     *     when nobody can decide it any more, the copies show what became of the request
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
            if (e.problem() instanceof Problem.Conflict(String sentence, List<String> known)) {
                List<String> difference =
                        copies.redraw(id).map(now -> now.changedSince(shown)).orElse(known);
                throw new Problem.Conflict(sentence, difference).asException(e);
            }
            if (e.problem() instanceof Problem.Forbidden && isClosed(caller, id, e)) {
                copies.redraw(id);
            }
            throw e;
        }
    }

    /** Unless it may pass: then the buttons are good again in a moment. */
    private boolean isClosed(Caller caller, RequestId id, ProblemException why) {
        try {
            return look.handle(caller, id).seen() instanceof SeenRequest.Ours(var request)
                    && facts.of(request).closed().filter(closed -> !closed.mayPass()).isPresent();
        } catch (ProblemException away) {
            why.addSuppressed(away);
            return false;
        }
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
        if (handle.verdict() == Review.Verdict.APPROVED
                && RequestCard.needsConsole(request, known)) {
            refusals.refused("StepUpRequired", call.key());
            throw new Problem.Forbidden(
                            "This is approved on the console alone: "
                                    + settings.page("/requests/" + request.id()))
                    .asException();
        }
    }
}
