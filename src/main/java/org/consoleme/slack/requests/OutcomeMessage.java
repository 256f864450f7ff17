package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.code;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import com.slack.api.model.block.element.ButtonElement;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.consoleme.access.WeepWords;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.message.SlackMessage.Piece;
import org.consoleme.slack.requests.RequestFacts.GrantEnd;

/**
 * What the one who asked hears, and the one for whom they asked: the outcome; and who may use what
 * was granted, the exact next step.
 */
@Single
public class OutcomeMessage {
    /** The whole ARN, since what else the person may use is not known here. */
    private static final WeepWords WORDS = WeepWords.among(List.of());

    private final SlackSettings settings;

    @Inject
    public OutcomeMessage(SlackSettings settings) {
        this.settings = settings;
    }

    /**
     * @param latest whether no later news has a message of its own, with the next step
     */
    SlackMessage forRequester(ChangeRequest request, RequestFacts facts, boolean latest) {
        List<Piece> asked = new ArrayList<>(List.of(plain("Your request")));
        asked.addAll(ChangeWords.asked(request, facts.account()));
        boolean own = request.requester().equals(request.beneficiary());
        return draw(request, facts, asked, latest, own);
    }

    /** For whom somebody else asked. */
    SlackMessage forBeneficiary(ChangeRequest request, RequestFacts facts, boolean latest) {
        List<Piece> asked = new ArrayList<>();
        asked.add(bold(request.requester().value()));
        asked.add(plain(" asked"));
        asked.addAll(ChangeWords.what(request, facts.account()));
        asked.add(plain(", for you"));
        return draw(request, facts, asked, latest, true);
    }

    /**
     * @param own whether what came of it is the reader's
     */
    private SlackMessage draw(
            ChangeRequest request,
            RequestFacts facts,
            List<Piece> asked,
            boolean latest,
            boolean own) {
        SlackMessage message = new SlackMessage().line(asked.toArray(Piece[]::new));
        facts.grant().flatMap(GrantEnd::revokedBy).ifPresent(by -> revoked(message, by));
        StateWords.draw(message, request, facts);
        return latest
                ? nextSteps(message, request, facts, own)
                : message.note("There was news of it since, in a message of its own.")
                        .buttons(lookCloser(request));
    }

    private SlackMessage nextSteps(
            SlackMessage message, ChangeRequest request, RequestFacts facts, boolean own) {
        List<ButtonElement> buttons = new ArrayList<>();
        if (own && usable(request, facts)) {
            use(message, request, facts, buttons);
        }
        WithdrawButton.of(request).ifPresent(buttons::add);
        if (request.state() instanceof RequestState.Failed) {
            message.line(
                    bold("Next  "),
                    plain("open the request: it can be tried again, or changed there."));
        }
        buttons.add(lookCloser(request));
        return message.buttons(buttons.toArray(ButtonElement[]::new));
    }

    private void use(
            SlackMessage message,
            ChangeRequest request,
            RequestFacts facts,
            List<ButtonElement> buttons) {
        String arn = request.role().toString();
        message.line(plain("In a terminal:  "), code("weep file " + WORDS.of(request.role())));
        buttons.add(
                SlackMessage.link("requests.open.role", "Open AWS console", rolePage(arn), true));
        facts.grant()
                .ifPresent(
                        grant -> {
                            buttons.add(
                                    SlackMessage.press(
                                            GrantButtons.RETURN, "Return early", grant.id()));
                            buttons.add(
                                    SlackMessage.press(GrantButtons.EXTEND, "Extend", grant.id()));
                        });
    }

    private static void revoked(SlackMessage message, UserId by) {
        message.line(
                bold("✖ Revoked"),
                plain(" by "),
                bold(by.value()),
                plain(": this grant counts no more. Ask again if you still need it."));
    }

    private ButtonElement lookCloser(ChangeRequest request) {
        return SlackMessage.link(
                RequestCard.OPEN, "Look closer", settings.page("/requests/" + request.id()), false);
    }

    /** Whether there is a live grant to use. */
    private static boolean usable(ChangeRequest request, RequestFacts facts) {
        return request.state() instanceof RequestState.Applied
                && request.changes().stream()
                        .anyMatch(change -> change.change() instanceof Change.RoleForATime)
                && facts.liveGrant().isPresent();
    }

    private String rolePage(String arn) {
        return settings.page("/role/" + arn);
    }
}
