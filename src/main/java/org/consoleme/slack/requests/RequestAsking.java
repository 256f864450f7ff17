package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.AskedFor;
import org.consoleme.access.Grant;
import org.consoleme.identity.Caller;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ExtendGrant;
import org.consoleme.requests.OpenRequest;
import org.consoleme.requests.OpenedRequest;
import org.consoleme.requests.RequestDraft;
import org.consoleme.shared.SecretShapes;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackForm;
import org.consoleme.slack.SlackModals;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.message.SlackMessage.Piece;

/** Asks the core, or opens the form for what is missing. */
@Single
public class RequestAsking {
    private final OpenRequest open;
    private final ExtendGrant extend;
    private final AskingOutlook outlook;
    private final RequestableRoles roles;
    private final ModalSeal seal;
    private final SlackModals modals;
    private final SlackSettings settings;

    @Inject
    public RequestAsking(
            OpenRequest open,
            ExtendGrant extend,
            AskingOutlook outlook,
            RequestableRoles roles,
            ModalSeal seal,
            SlackModals modals,
            SlackSettings settings) {
        this.open = open;
        this.extend = extend;
        this.outlook = outlook;
        this.roles = roles;
        this.seal = seal;
        this.modals = modals;
        this.settings = settings;
    }

    /**
     * Opens the form, filled with what is known.
     *
     * @return nothing to say
     */
    SlackMessage form(SlackCall call, Caller caller, Asking asking) {
        modals.open(
                call.where().trigger(),
                RequestModal.draw(
                        asking,
                        asking.role().map(roles::option),
                        outlook.of(caller, asking),
                        seal.seal(call.key(), List.of("ask", call.where().channel().orElse("")))));
        return new SlackMessage();
    }

    /**
     * Draws the form of a role anew: the role was chosen in it, and who would be asked is known
     * now.
     *
     * @param shown the form as it was
     * @param at when it was chosen, as Slack says it
     * @return nothing to say
     */
    SlackMessage chosen(Caller caller, View shown, String at) {
        SlackForm form = SlackForm.of(shown);
        Asking asking =
                new Asking(
                        AskedFor.Kind.ROLE,
                        form.text(RequestModal.ROLE).flatMap(RoleKey::read),
                        LengthFields.tryLength(form),
                        form.text(RequestModal.WHY).filter(why -> !SecretShapes.found(why)));
        if (asking.role().isPresent()) {
            modals.update(
                    shown,
                    at,
                    RequestModal.draw(
                            asking,
                            asking.role().map(roles::option),
                            outlook.ofChosen(caller, asking),
                            shown.getPrivateMetadata()));
        }
        return new SlackMessage();
    }

    /** Where the answer to a form belongs: where its command was typed. Asks nobody. */
    SlackCall at(SlackCall call) {
        return seal.open(call.key(), call.text())
                .filter(parts -> parts.size() == 2 && parts.getFirst().equals("ask"))
                .map(parts -> parts.get(1))
                .filter(channel -> !channel.isEmpty())
                .map(call::in)
                .orElse(call);
    }

    /**
     * @param onceKey two requests with the same one are one
     * @throws org.consoleme.shared.ProblemException as the core has it
     */
    SlackMessage ask(Caller caller, AskedChange change, String because, String onceKey) {
        return asked(
                open.handle(
                        caller,
                        new RequestDraft(
                                List.of(change),
                                Optional.empty(),
                                because,
                                false,
                                once(onceKey),
                                false)));
    }

    /** More time with the role of a grant; the rest as {@link #ask}. */
    SlackMessage again(
            Caller caller, Grant grant, Duration length, String because, String onceKey) {
        return asked(extend.handle(caller, grant.id(), length, because, once(onceKey)));
    }

    private static Optional<String> once(String key) {
        return Optional.of("slack " + key);
    }

    private SlackMessage asked(OpenedRequest opened) {
        ChangeRequest request = opened.request();
        List<Piece> pieces = new ArrayList<>(List.of(bold("Asked"), plain(": you ask")));
        pieces.addAll(ChangeWords.asked(request, roles.accountName(request.role().account())));
        List<ButtonElement> buttons = new ArrayList<>();
        buttons.add(
                SlackMessage.link(
                        RequestCard.OPEN,
                        "Look closer",
                        settings.page("/requests/" + request.id()),
                        false));
        WithdrawButton.of(request).ifPresent(buttons::add);
        return new SlackMessage()
                .line(pieces.toArray(Piece[]::new))
                .line(plain(AskingOutlook.sentence(opened)))
                .buttons(buttons.toArray(ButtonElement[]::new))
                .note("request " + request.id());
    }
}
