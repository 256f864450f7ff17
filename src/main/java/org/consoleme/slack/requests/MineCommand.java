package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;
import static org.consoleme.slack.message.SlackMessage.Piece.time;

import com.slack.api.model.block.element.ButtonElement;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.access.Grant;
import org.consoleme.identity.Caller;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ListRequests;
import org.consoleme.requests.RequestOrder;
import org.consoleme.requests.RequestQuery;
import org.consoleme.requests.SeenRequest;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.command.CommandLine;
import org.consoleme.slack.command.LinkedCallers;
import org.consoleme.slack.command.SlackCommand;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.message.SlackMessage.Piece;

/** {@code mine}: one's live grants and latest requests. */
@Single
public class MineCommand implements SlackCommand {
    private static final int MOST = 8;
    private static final String ALL = "All my requests";
    private static final String ALL_PAGE = "/requests?mine=true";

    private final LinkedCallers callers;
    private final OwnGrants grants;
    private final ListRequests list;
    private final RequestableRoles roles;
    private final SlackSettings settings;

    @Inject
    public MineCommand(
            LinkedCallers callers,
            OwnGrants grants,
            ListRequests list,
            RequestableRoles roles,
            SlackSettings settings) {
        this.callers = callers;
        this.grants = grants;
        this.list = list;
        this.roles = roles;
        this.settings = settings;
    }

    @Override
    public String verb() {
        return "mine";
    }

    @Override
    public Usage usage() {
        return new Usage("mine", "shows the roles you have for a time, and your requests");
    }

    @Override
    public SlackMessage handle(SlackCall call, CommandLine line) {
        return callers.with(call, this::mine);
    }

    private SlackMessage mine(Caller caller) {
        List<Grant> live = grants.live(caller);
        ListRequests.Page found =
                list.handle(
                        new RequestQuery(
                                Set.of(),
                                Optional.of(caller.user()),
                                RequestOrder.NEWEST_FIRST,
                                Optional.empty(),
                                MOST));
        List<SeenRequest> asked = found.requests();
        if (live.isEmpty() && asked.isEmpty()) {
            return new SlackMessage()
                    .line(plain("You have no role for a time, and asked for nothing yet."))
                    .buttons(
                            SlackMessage.press(
                                    RequestCommand.ASK, "Request access", Asking.NOTHING.value()));
        }
        SlackMessage message = new SlackMessage().elsewhere(link(ALL, ALL_PAGE));
        live.stream().limit(MOST).forEach(grant -> grant(message, grant));
        if (live.size() > MOST) {
            more(message, "And " + (live.size() - MOST) + " more roles.", "My grants", "/grants");
        }
        asked.forEach(request -> request(message, request));
        if (found.next().isPresent()) {
            more(message, "And older requests.", ALL, ALL_PAGE);
        }
        return message;
    }

    private void more(SlackMessage message, String words, String label, String page) {
        message.note(words).buttons(link(label, page));
    }

    private ButtonElement link(String label, String page) {
        return SlackMessage.link(RequestCard.OPEN, label, settings.page(page), false);
    }

    private void grant(SlackMessage message, Grant grant) {
        message.line(
                        bold(grant.role().name()),
                        plain(" in " + roles.accountName(grant.role().account()) + " until "),
                        time(grant.end()))
                .buttons(
                        SlackMessage.press(GrantButtons.RETURN, "Return early", grant.id().value()),
                        SlackMessage.press(GrantButtons.EXTEND, "Extend", grant.id().value()));
    }

    private void request(SlackMessage message, SeenRequest seen) {
        List<ButtonElement> buttons = new ArrayList<>();
        switch (seen) {
            case SeenRequest.Ours(ChangeRequest request) -> {
                List<Piece> pieces = new ArrayList<>();
                pieces.add(bold(StateWord.of(request.state().name())));
                pieces.add(plain(": you asked"));
                pieces.addAll(
                        ChangeWords.asked(request, roles.accountName(request.role().account())));
                message.line(pieces.toArray(Piece[]::new));
                WithdrawButton.of(request).ifPresent(buttons::add);
            }
            case SeenRequest.Unreadable unreadable ->
                    message.line(
                            bold("Cannot be read"),
                            plain(": the request " + unreadable.id() + " of "),
                            time(unreadable.requestedAt()));
            case SeenRequest.Older older ->
                    message.line(
                            bold(StateWord.of(older.request().status())),
                            plain(": " + older.request().arn().orElse("a request of ConsoleMe")));
        }
        buttons.add(
                SlackMessage.link(
                        RequestCard.OPEN,
                        "Look closer",
                        settings.page("/requests/" + seen.id()),
                        false));
        message.buttons(buttons.toArray(ButtonElement[]::new));
    }
}
