package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import com.slack.api.model.block.element.ButtonElement;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consoleme.identity.Caller;
import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Inbox;
import org.consoleme.requests.LookAtRequest;
import org.consoleme.requests.LookedAtRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.SeenRequest;
import org.consoleme.requests.Standing;
import org.consoleme.requests.StandingApprovals;
import org.consoleme.requests.UnreadableRequest;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.command.CommandLine;
import org.consoleme.slack.command.LinkedCallers;
import org.consoleme.slack.command.SlackCommand;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.message.SlackMessage.Piece;
import org.consoleme.slack.verify.Refusals;

/** {@code inbox}: what waits for one's decision; each card can be had as a direct message. */
@Single
public class InboxCommand implements SlackCommand {
    /** The button that brings the card. */
    static final String SHOW = "requests.show";

    private static final int MOST = 10;

    private final LinkedCallers callers;
    private final Inbox inbox;
    private final LookAtRequest look;
    private final RequestFactsReader facts;
    private final RequestCopies copies;
    private final SlackPosts posts;
    private final SlackSettings settings;
    private final Refusals refusals;
    private final Clock clock;

    @Inject
    public InboxCommand(
            LinkedCallers callers,
            Inbox inbox,
            LookAtRequest look,
            RequestFactsReader facts,
            RequestCopies copies,
            SlackPosts posts,
            SlackSettings settings,
            Refusals refusals,
            Clock clock) {
        this.callers = callers;
        this.inbox = inbox;
        this.look = look;
        this.facts = facts;
        this.copies = copies;
        this.posts = posts;
        this.settings = settings;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public String verb() {
        return "inbox";
    }

    @Override
    public Usage usage() {
        return new Usage("inbox", "shows what waits for your decision");
    }

    @Override
    public SlackMessage handle(SlackCall call, CommandLine line) {
        return callers.with(call, this::waiting);
    }

    private SlackMessage waiting(Caller caller) {
        Inbox.Waiting found = inbox.handle(caller);
        List<ChangeRequest> waiting = found.waiting();
        ButtonElement all =
                SlackMessage.link(
                        RequestCard.OPEN,
                        "All that wait",
                        settings.page("/requests?state=pending"),
                        false);
        SlackMessage message =
                new SlackMessage().elsewhere(all).line(plain(head(waiting.size(), found)));
        waiting.stream().limit(MOST).forEach(request -> row(message, request));
        if (waiting.size() > MOST) {
            message.note("And " + (waiting.size() - MOST) + " more.");
        }
        unreadable(message, found.unreadable());
        return found.complete()
                ? message
                : message.note("More requests wait than I looked at; the oldest may be missing.")
                        .buttons(all);
    }

    private static String head(int waiting, Inbox.Waiting found) {
        if (waiting > 0) {
            return waiting + " waiting for you, oldest first:";
        }
        return found.complete()
                ? "Nothing waits for you."
                : "Nothing among the requests that I looked at waits for you.";
    }

    /** Whether they wait for the caller nobody can tell. */
    private static void unreadable(SlackMessage message, List<UnreadableRequest> requests) {
        if (!requests.isEmpty()) {
            message.note(
                    requests.size()
                            + " pending cannot be read: "
                            + requests.stream()
                                    .limit(MOST)
                                    .map(request -> request.id().value())
                                    .collect(Collectors.joining(", ")));
        }
    }

    private void row(SlackMessage message, ChangeRequest request) {
        List<Piece> pieces =
                new ArrayList<>(List.of(bold(request.requester().value()), plain(" asks")));
        pieces.addAll(ChangeWords.asked(request, facts.account(request)));
        message.line(pieces.toArray(Piece[]::new))
                .buttons(SlackMessage.press(SHOW, "Show card", request.id().value()));
    }

    /** Posts the card to those who may decide it, and to nobody else. */
    SlackMessage show(SlackCall call) {
        return callers.with(
                call,
                caller -> {
                    ChangeRequest request = toDecide(call, caller);
                    boolean stands =
                            copies.post(
                                    request,
                                    facts.of(request),
                                    PostedCard.Kind.CARD,
                                    posts.direct(call.user()));
                    return new SlackMessage()
                            .line(
                                    plain(
                                            stands
                                                    ? "The card is in our direct messages."
                                                    : "It is being posted; try again in a"
                                                            + " minute."));
                });
    }

    /**
     * Whoever names another request is in the audit trail; what is wrong with it they never hear.
     * Who comes too late hears who was first.
     */
    private ChangeRequest toDecide(SlackCall call, Caller caller) {
        Optional<LookedAtRequest> found = found(caller, call.text());
        Optional<SeenRequest> seen = found.map(LookedAtRequest::seen);
        if (seen.isPresent() && seen.get() instanceof SeenRequest.Unreadable) {
            throw UnreadableRequest.problem();
        }
        if (seen.isPresent() && seen.get() instanceof SeenRequest.Ours(ChangeRequest request)) {
            requireWaits(request);
            if (found.get().rights().filter(r -> r.approve() || r.reject()).isPresent()) {
                return request;
            }
        }
        refusals.refused(RequestProblems.NOT_YOURS, call.key());
        throw RequestProblems.noCard();
    }

    private void requireWaits(ChangeRequest request) {
        if (!(request.state() instanceof RequestState.Pending)) {
            throw new Problem.Conflict(Standing.sentence(request)).asException();
        }
        if (request.overdue(clock.instant())) {
            throw new Problem.Conflict(StandingApprovals.expired(request)).asException();
        }
    }

    private Optional<LookedAtRequest> found(Caller caller, String id) {
        try {
            return Optional.of(look.handle(caller, new RequestId(id)));
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.NotFound) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
