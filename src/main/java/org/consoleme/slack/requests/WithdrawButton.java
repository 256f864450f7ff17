package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import com.slack.api.model.block.element.ButtonElement;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.requests.CancelRequest;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackCallers;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.message.SlackMessage.Piece;
import org.consoleme.slack.verify.Refusals;

/**
 * Withdraw, on what the one who asked sees of a request that waits. The core says whether it is
 * theirs; the button carries its id and nothing else.
 */
@Single
public class WithdrawButton {
    static final String WITHDRAW = "requests.withdraw";

    private final SlackCallers callers;
    private final CancelRequest cancel;
    private final RequestableRoles roles;
    private final Refusals refusals;

    @Inject
    public WithdrawButton(
            SlackCallers callers, CancelRequest cancel, RequestableRoles roles, Refusals refusals) {
        this.callers = callers;
        this.cancel = cancel;
        this.roles = roles;
        this.refusals = refusals;
    }

    /** Empty if there is nothing to withdraw, or not all of it any more. */
    static Optional<ButtonElement> of(ChangeRequest request) {
        return request.state() instanceof RequestState.Pending && request.untouched()
                ? Optional.of(
                        SlackMessage.press(WITHDRAW, "Withdraw", request.id().value(), "danger"))
                : Optional.empty();
    }

    /**
     * @throws org.consoleme.shared.ProblemException which is drawn for the clicker
     */
    SlackMessage pressed(SlackCall call) {
        Caller caller = callers.decider(call);
        if (!RequestId.isRequestId(call.text())) {
            refusals.refused("ForgedButton", call.key());
            throw RequestProblems.noCard();
        }
        ChangeRequest withdrawn = cancel.handle(caller, new RequestId(call.text()));
        List<Piece> pieces = new ArrayList<>(List.of(bold("Withdrawn"), plain(": the request")));
        pieces.addAll(ChangeWords.asked(withdrawn, roles.accountName(withdrawn.role().account())));
        return new SlackMessage().line(pieces.toArray(Piece[]::new));
    }
}
