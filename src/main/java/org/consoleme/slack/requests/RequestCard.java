package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;
import static org.consoleme.slack.message.SlackMessage.Piece.time;

import java.util.ArrayList;
import java.util.List;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.RequestedChange;
import org.consoleme.slack.message.SlackLimits;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.message.SlackMessage.Piece;
import org.consoleme.slack.message.SlackText;

/**
 * The card that approvers see. Its buttons carry the request's id and nothing else: to decide while
 * it waits, to revoke while a grant lives, and no others. What was asked, why, and who decided
 * stays readable.
 */
final class RequestCard {
    /** The block of the buttons, which a click must name. */
    static final String BLOCK = "requests.review";

    static final String APPROVE = "requests.review.approve";
    static final String DENY = "requests.review.deny";

    /** The block of the button on what was granted, and the button. */
    static final String GRANT_BLOCK = "requests.grant";

    static final String REVOKE = "requests.grant.revoke";

    static final String OPEN = "requests.open";

    private static final int MOST_LINES = 6;
    private static final int MOST_CHANGES = 6;
    private static final int MOST_RISKS = 3;
    private static final int MOST_NAMES = 5;
    private static final int SHORT_HASH = 12;

    /** Letters that are kept for who decides and where it stands, and for the buttons. */
    private static final int STATE = 4000;

    private static final int BUTTONS = 300;

    private RequestCard() {}

    /**
     * @param page of the console that shows the request
     */
    static SlackMessage draw(ChangeRequest request, RequestFacts facts, String page) {
        SlackMessage message = words(request, facts);
        message.keeping(BUTTONS);
        boolean waiting = request.state() instanceof RequestState.Pending;
        if (waiting) {
            who(message, request, facts);
        }
        StateWords.draw(message, request, facts);
        message.keeping(0);
        if (waiting && !facts.undecidable()) {
            buttons(message, request, needsConsole(request, facts), page);
        } else if (facts.liveGrant().isPresent()) {
            message.buttons(
                    GRANT_BLOCK,
                    SlackMessage.press(REVOKE, "Revoke", request.id().value(), "danger"),
                    SlackMessage.link(OPEN, "Look closer", page, false));
        } else {
            message.buttons(SlackMessage.link(OPEN, "Look closer", page, false));
        }
        return message.note(
                "hash " + request.hash().substring(0, SHORT_HASH) + " · request " + request.id());
    }

    /**
     * Whether only the console takes an approval: for its risk, or since a card has no room for all
     * that is asked for. So it is also for a click on a card that was drawn otherwise.
     */
    static boolean needsConsole(ChangeRequest request, RequestFacts facts) {
        return facts.high() || words(request, facts).isFull();
    }

    private static SlackMessage words(ChangeRequest request, RequestFacts facts) {
        SlackMessage message = new SlackMessage().keeping(STATE);
        what(message, request, facts);
        return message;
    }

    /** What is asked, why, and what it means: the same on the card and in the modal. */
    static void what(SlackMessage message, ChangeRequest request, RequestFacts facts) {
        List<Piece> asks = new ArrayList<>();
        asks.add(plain("🔑 "));
        asks.add(bold(request.requester().value()));
        asks.add(plain(" asks"));
        asks.addAll(ChangeWords.asked(request, facts.account()));
        message.line(asks.toArray(Piece[]::new));
        if (request.changes().size() > 1) {
            request.changes().stream()
                    .limit(MOST_CHANGES)
                    .map(RequestedChange::change)
                    .forEach(change -> message.line(plain("• " + ChangeWords.brief(change))));
            more(message, request.changes().size() - MOST_CHANGES, "changes");
        }
        String why = why(request);
        message.line(bold("Why  "), plain(why));
        if (!SlackText.fits(why, SlackLimits.PIECE)) {
            message.line(plain("and more of the reason: look closer"));
        }
        lines(message, facts.gives());
        facts.risks().stream()
                .limit(MOST_RISKS)
                .forEach(risk -> message.line(bold("⚠ Risk  "), plain(risk)));
        more(message, facts.risks().size() - MOST_RISKS, "risks");
    }

    /** A channel that others than us can read is told nothing but that there is something. */
    static SlackMessage withheld(String page) {
        return new SlackMessage()
                .line(
                        plain(
                                "This channel is shared with another organization: what is asked"
                                        + " for is shown on the console alone."))
                .buttons(SlackMessage.link(OPEN, "Look closer", page, false));
    }

    /** In the place of a copy that nobody keeps up to date. */
    static SlackMessage stale() {
        return new SlackMessage()
                .line(plain("This copy is out of date. The request has another card."));
    }

    /** What the card has no room for is not approved by it: the console shows all of it. */
    static boolean cuts(List<String> gives, int risks, int changes) {
        return gives.size() > MOST_LINES
                || risks > MOST_RISKS
                || changes > MOST_CHANGES
                || gives.stream().anyMatch(line -> !SlackText.fits(line, SlackLimits.PIECE));
    }

    private static String why(ChangeRequest request) {
        return request.justification().isBlank() ? "–" : "“" + request.justification() + "”";
    }

    private static void lines(SlackMessage message, List<String> gives) {
        int shown = gives.size() <= MOST_LINES ? gives.size() : MOST_LINES - 1;
        for (int i = 0; i < shown; i++) {
            message.line(bold(i == 0 ? "Gives  " : "           "), plain(gives.get(i)));
        }
        more(message, gives.size() - shown, "lines");
    }

    private static void more(SlackMessage message, int rest, String of) {
        if (rest > 0) {
            message.line(plain("and " + rest + " more " + of + ": look closer"));
        }
    }

    private static void who(SlackMessage message, ChangeRequest request, RequestFacts facts) {
        if (facts.closed().isPresent()) {
            message.line(bold("Nobody can approve this: "), plain(facts.closed().get().sentence()));
            return;
        }
        String names =
                String.join(", ", facts.approvers().stream().limit(MOST_NAMES).toList())
                        + (facts.approvers().size() > MOST_NAMES
                                ? " and " + (facts.approvers().size() - MOST_NAMES) + " more"
                                : "");
        List<Piece> pieces = new ArrayList<>();
        pieces.add(bold("Who  "));
        pieces.add(plain("any " + facts.needed() + " of " + names));
        request.expiresAt()
                .ifPresent(
                        end -> {
                            pieces.add(plain(" · expires "));
                            pieces.add(time(end));
                        });
        message.line(pieces.toArray(Piece[]::new));
    }

    private static void buttons(
            SlackMessage message, ChangeRequest request, boolean onConsole, String page) {
        String id = request.id().value();
        message.buttons(
                BLOCK,
                onConsole
                        ? SlackMessage.link(
                                OPEN + ".approve",
                                "Approve in console…",
                                page + "?hash=" + request.hash(),
                                true)
                        : SlackMessage.press(APPROVE, "Approve", id, "primary"),
                SlackMessage.press(DENY, "Deny", id, "danger"),
                SlackMessage.link(OPEN, "Look closer", page, false));
    }
}
