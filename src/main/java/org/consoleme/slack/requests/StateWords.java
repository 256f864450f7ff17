package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;
import static org.consoleme.slack.message.SlackMessage.Piece.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consoleme.requests.Bypasses;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.RequestedChange;
import org.consoleme.requests.Review;
import org.consoleme.requests.StandingApprovals;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.message.SlackMessage.Piece;

/** Where a request stands: a sign, a word, who and when, and their reason. */
final class StateWords {
    private StateWords() {}

    static void draw(SlackMessage message, ChangeRequest request, RequestFacts facts) {
        state(message, request, facts);
        bypass(message, request);
    }

    /** What nobody else agreed to does not look like what somebody did. */
    private static void bypass(SlackMessage message, ChangeRequest request) {
        List<String> people = people(Bypasses.of(request));
        if (!people.isEmpty()) {
            message.line(
                    bold("⚠ Own request  "),
                    plain(
                            String.join(", ", people)
                                    + " decided this although it is their own, as the"
                                    + " configuration allows."));
        }
    }

    private static void state(SlackMessage message, ChangeRequest request, RequestFacts facts) {
        switch (request.state()) {
            case RequestState.Pending pending -> waiting(message, request, facts);
            case RequestState.Approved approved -> approved(message, request, ", applying");
            case RequestState.Applying applying -> approved(message, request, ", applying");
            case RequestState.Applied applied -> {
                approved(message, request, "");
                applied(message, request, applied.at(), facts);
            }
            case RequestState.Failed failed -> {
                approved(message, request, "");
                failed(message, request);
            }
            case RequestState.Rejected rejected ->
                    message.line(
                            bold("✖ Denied"),
                            plain(" by "),
                            bold(rejected.by().value()),
                            plain(" "),
                            time(rejected.at()),
                            plain(": “" + rejected.reason() + "”"));
            case RequestState.Cancelled cancelled ->
                    message.line(
                            bold("○ Withdrawn"),
                            plain(" by " + cancelled.by().value() + " "),
                            time(cancelled.at()));
            case RequestState.Expired expired ->
                    message.line(
                            bold("○ Expired"), plain(expired(request, facts)), time(expired.at()));
        }
    }

    private static void waiting(SlackMessage message, ChangeRequest request, RequestFacts facts) {
        List<Review> approvals = StandingApprovals.of(request, facts.rule()).reviews();
        if (approvals.isEmpty()) {
            message.line(bold("● Waiting"));
            return;
        }
        message.line(
                bold("● Waiting"),
                plain(
                        ": "
                                + people(approvals).size()
                                + " of "
                                + facts.needed()
                                + " approvals, by "
                                + String.join(", ", people(approvals))));
    }

    private static String expired(ChangeRequest request, RequestFacts facts) {
        List<Review> approvals = StandingApprovals.of(request, request.rule()).reviews();
        int given = people(approvals).size();
        if (given == 0) {
            return ": nobody decided in time. ";
        }
        String count =
                isRuled(approvals, facts)
                        ? given + " of " + facts.needed() + " approvals"
                        : given + (given == 1 ? " approval" : " approvals");
        return ": " + count + " came in time. ";
    }

    /** Whether the rule that governs now is the one that the approvals were given by. */
    private static boolean isRuled(List<Review> approvals, RequestFacts facts) {
        return facts.rule()
                .filter(rule -> approvals.stream().allMatch(given -> given.rule().equals(rule)))
                .isPresent();
    }

    private static void approved(SlackMessage message, ChangeRequest request, String after) {
        List<Review> approvals = StandingApprovals.of(request, request.rule()).reviews();
        Piece word = bold(after.isEmpty() ? "Approved" : "◐ Approved");
        if (approvals.isEmpty()) {
            message.line(
                    word,
                    plain(request.rule().map(rule -> " by the rule “" + rule + "”").orElse("")),
                    plain(after));
            return;
        }
        Review last = approvals.getLast();
        List<Piece> pieces = new ArrayList<>();
        pieces.add(word);
        pieces.add(plain(" by " + String.join(", ", people(approvals)) + " "));
        pieces.add(time(last.at()));
        last.reason().ifPresent(reason -> pieces.add(plain(": “" + reason + "”")));
        pieces.add(plain(after));
        message.line(pieces.toArray(Piece[]::new));
    }

    private static void applied(
            SlackMessage message, ChangeRequest request, Instant at, RequestFacts facts) {
        long applied = count(request, ChangeState.Applied.class);
        String all =
                applied == request.changes().size()
                        ? ""
                        : ": " + applied + " of " + request.changes().size() + " changes";
        Optional<RequestFacts.GrantEnd> grant = facts.grant();
        if (grant.isEmpty()) {
            message.line(bold("✔ Applied"), plain(all + " "), time(at));
            return;
        }
        message.line(
                bold("✔ Applied"),
                plain(grant.get().how().map(how -> ", " + how + " ").orElse(" until ")),
                time(grant.get().at()));
    }

    private static void failed(SlackMessage message, ChangeRequest request) {
        long applied = count(request, ChangeState.Applied.class);
        if (request.changes().size() > 1) {
            message.line(
                    bold("⚠ Failed"),
                    plain(": " + applied + " of " + request.changes().size() + " changes applied"));
        }
        request.changes().stream()
                .map(RequestedChange::state)
                .filter(ChangeState.Failed.class::isInstance)
                .map(ChangeState.Failed.class::cast)
                .findFirst()
                .ifPresent(first -> message.line(bold("⚠ Failed"), plain(": " + first.reason())));
    }

    private static long count(ChangeRequest request, Class<? extends ChangeState> kind) {
        return request.changes().stream().filter(c -> kind.isInstance(c.state())).count();
    }

    private static List<String> people(List<Review> reviews) {
        return reviews.stream().map(review -> review.by().value()).distinct().toList();
    }
}
