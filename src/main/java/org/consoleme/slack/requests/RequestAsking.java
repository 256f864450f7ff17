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
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
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
    private static final int MOST_NAMES = 5;
    private static final Duration USUAL = Duration.ofHours(1);

    private final OpenRequest open;
    private final ExtendGrant extend;
    private final RequestableRoles roles;
    private final ModalSeal seal;
    private final SlackModals modals;
    private final SlackSettings settings;

    @Inject
    public RequestAsking(
            OpenRequest open,
            ExtendGrant extend,
            RequestableRoles roles,
            ModalSeal seal,
            SlackModals modals,
            SlackSettings settings) {
        this.open = open;
        this.extend = extend;
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
                        outlook(caller, asking),
                        seal.seal(call.key(), List.of("ask", call.where().channel().orElse("")))));
        return new SlackMessage();
    }

    /**
     * Draws the form of a role anew: the role was chosen in it, and who would be asked is known
     * now.
     *
     * @param shown the form as it is
     * @return nothing to say
     */
    SlackMessage chosen(Caller caller, View shown) {
        SlackForm form = SlackForm.of(shown);
        Asking asking =
                new Asking(
                        AskedFor.Kind.ROLE,
                        form.text(RequestModal.ROLE).flatMap(RoleKey::read),
                        RequestModal.tryLength(form),
                        form.text(RequestModal.WHY).filter(why -> !SecretShapes.found(why)));
        if (asking.role().isPresent()) {
            modals.update(
                    shown.getId(),
                    shown.getHash(),
                    RequestModal.draw(
                            asking,
                            asking.role().map(roles::option),
                            outlookOrNothing(caller, asking),
                            shown.getPrivateMetadata()));
        }
        return new SlackMessage();
    }

    /** The menu offered the role a moment ago. */
    private String outlookOrNothing(Caller caller, Asking asking) {
        try {
            return outlook(caller, asking);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.NotFound) {
                return "You cannot ask for this role.";
            }
            throw e;
        }
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
                .line(plain(sentence(opened)))
                .buttons(buttons.toArray(ButtonElement[]::new))
                .note("request " + request.id());
    }

    /** Who will be asked, before anything is sent. */
    private String outlook(Caller caller, Asking asking) {
        if (asking.role().isEmpty()) {
            return "Who is asked depends on the role.";
        }
        RoleArn role = roles.require(caller, asking.kind(), asking.role().get());
        if (asking.kind() != AskedFor.Kind.ROLE) {
            return "Who is asked depends on what the policy allows.";
        }
        try {
            OpenedRequest opened =
                    open.handle(
                            caller,
                            new RequestDraft(
                                    List.of(
                                            new AskedChange.Role(
                                                    role, asking.length().orElse(USUAL))),
                                    Optional.empty(),
                                    "-",
                                    false,
                                    Optional.empty(),
                                    true));
            return sentence(opened)
                    + " At most "
                    + Lengths.words(opened.rule().maxDuration())
                    + " at a time.";
        } catch (ProblemException e) {
            return switch (e.problem()) {
                case Problem.Conflict conflict -> conflict.reason();
                case Problem.Forbidden forbidden -> forbidden.reason();
                case Problem.Invalid invalid -> invalid.sentence();
                default -> throw e;
            };
        }
    }

    private static String sentence(OpenedRequest opened) {
        if (opened.rule().autoApprove()) {
            return "The rule “" + opened.rule().name() + "” approves this at once.";
        }
        List<String> names = opened.approvers();
        return "Asks any "
                + opened.rule().needed()
                + " of "
                + String.join(", ", names.stream().limit(MOST_NAMES).toList())
                + (names.size() > MOST_NAMES
                        ? " and " + (names.size() - MOST_NAMES) + " more."
                        : ".");
    }
}
