package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.consoleme.access.EndedGrant;
import org.consoleme.access.Grant;
import org.consoleme.access.PrepareRevoke;
import org.consoleme.access.RevokeGrant;
import org.consoleme.identity.Caller;
import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Requests;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackCallers;
import org.consoleme.slack.SlackForm;
import org.consoleme.slack.SlackModals;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.verify.Refusals;

/**
 * Revoke on the card of what was granted: a modal for those who may, and its submission. Who they
 * are and whether they may is looked up at both, and the core decides.
 */
@Single
public class RevokeAction {
    private final SlackCallers callers;
    private final ClickedCard clicked;
    private final Requests requests;
    private final RequestFactsReader facts;
    private final RequestCopies copies;
    private final PrepareRevoke prepare;
    private final RevokeGrant revoke;
    private final ModalSeal seal;
    private final SlackModals modals;
    private final SlackSettings settings;
    private final Refusals refusals;

    @Inject
    public RevokeAction(
            SlackCallers callers,
            ClickedCard clicked,
            Requests requests,
            RequestFactsReader facts,
            RequestCopies copies,
            PrepareRevoke prepare,
            RevokeGrant revoke,
            ModalSeal seal,
            SlackModals modals,
            SlackSettings settings,
            Refusals refusals) {
        this.callers = callers;
        this.clicked = clicked;
        this.requests = requests;
        this.facts = facts;
        this.copies = copies;
        this.prepare = prepare;
        this.revoke = revoke;
        this.seal = seal;
        this.modals = modals;
        this.settings = settings;
        this.refusals = refusals;
    }

    /**
     * @return nothing to say where the modal opened
     * @throws ProblemException which is drawn for the clicker
     */
    SlackMessage open(SlackCall call) {
        Caller caller = callers.decider(call);
        PostedCard card = clicked.require(call);
        ChangeRequest request = requests.find(card.request()).orElseThrow(RequestProblems::noCard);
        Grant grant = facts.grant(request).orElseThrow(RequestProblems::noCard);
        asTheCoreSays(request, () -> prepare.handle(caller, grant.id()));
        SlackPlace place = SlackPlace.read(card.place()).orElseThrow(RequestProblems::noCard);
        modals.open(
                call.where().trigger(),
                RevokeModal.draw(
                        request,
                        facts.of(request),
                        seal.seal(call.key(), new RevokeModal.Handle(place, grant.id()).parts())));
        return new SlackMessage();
    }

    /** Where the answer to the modal belongs: beside the card. Asks nobody. */
    SlackCall at(SlackCall call) {
        return handle(call).map(handle -> call.in(handle.place().channel())).orElse(call);
    }

    /**
     * @param call its text is what the modal carried
     */
    SlackMessage submitted(SlackCall call, SlackForm form) {
        Caller caller = callers.decider(call);
        RevokeModal.Handle handle =
                handle(call)
                        .orElseThrow(
                                () -> {
                                    refusals.refused("ForgedHandle", call.key());
                                    return RequestProblems.noCard();
                                });
        ChangeRequest request =
                requests.find(new RequestId(GrantId.requestOf(handle.grant().value())))
                        .orElseThrow(RequestProblems::noCard);
        EndedGrant ended =
                asTheCoreSays(
                        request,
                        () ->
                                revoke.handle(
                                        caller,
                                        handle.grant(),
                                        form.text(ReviewModal.REASON).orElse("")));
        return EndedMessage.revoked(ended, settings);
    }

    private Optional<RevokeModal.Handle> handle(SlackCall call) {
        return seal.open(call.key(), call.text()).flatMap(RevokeModal.Handle::of);
    }

    /** The card is there for all to see: that somebody may not is said as such. */
    private <T> T asTheCoreSays(ChangeRequest request, Supplier<T> step) {
        try {
            return step.get();
        } catch (ProblemException e) {
            switch (e.problem()) {
                case Problem.NotFound _ ->
                        throw new Problem.Forbidden(
                                        "You are not among those who can revoke this. Who has the"
                                                + " role can return it.")
                                .asException(e);
                case Problem.Conflict _ -> copies.redraw(request.id());
                default -> {}
            }
            throw e;
        }
    }
}
