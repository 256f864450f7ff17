package org.consoleme.slack.requests;

import static java.util.Comparator.naturalOrder;
import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;
import static org.consoleme.slack.message.SlackMessage.Piece.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.consoleme.access.EndedGrant;
import org.consoleme.access.OtherWays;
import org.consoleme.access.Reason;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.message.SlackMessage.Piece;

/**
 * What the one hears who returned or revoked: until when issued keys work, and whether the role can
 * be used all the same.
 */
final class EndedMessage {
    private static final int MOST_WAYS = 5;

    private EndedMessage() {}

    /**
     * To the one who had them.
     *
     * @param all of one role; at least one, in the order in which they were returned
     * @param failed why others were not
     */
    static SlackMessage returned(List<EndedGrant> all, List<Problem> failed) {
        EndedGrant last = all.getLast();
        SlackMessage message =
                new SlackMessage()
                        .line(
                                bold("Returned"),
                                plain(
                                        ": "
                                                + last.grant().role().name()
                                                + (all.size() == 1
                                                        ? "."
                                                        : ", " + all.size() + " grants.")));
        keys(
                message,
                all.stream().map(EndedGrant::keysUntil).max(naturalOrder()).orElseThrow(),
                last.others());
        others(message, last.others(), "It is still yours", "it is yours");
        for (Problem problem : failed) {
            message.line(plain("One was not returned: " + problem.sentence()));
        }
        if (!last.others().grants().isEmpty()) {
            message.buttons(
                    SlackMessage.press(
                            GrantButtons.RETURN, "Return all", last.grant().role().toString()));
        }
        return message;
    }

    /** To the one who took it away; each other grant can be revoked on its request's page. */
    static SlackMessage revoked(EndedGrant ended, SlackSettings settings) {
        String who = ended.grant().user().value();
        SlackMessage message =
                new SlackMessage()
                        .line(bold("Revoked"), plain(": " + ended.grant().role().name() + "."));
        keys(message, ended.keysUntil(), ended.others());
        others(message, ended.others(), who + " still has the role", who + " has the role");
        ended.others().grants().stream()
                .limit(MOST_WAYS)
                .forEach(
                        other ->
                                message.buttons(
                                        SlackMessage.link(
                                                RequestCard.OPEN,
                                                "Open the other grant",
                                                page(settings, other),
                                                false)));
        return message;
    }

    private static String page(SlackSettings settings, Reason.ByGrant other) {
        return settings.page("/requests/" + GrantId.requestOf(other.grant().value()));
    }

    private static void keys(SlackMessage message, Instant until, OtherWays others) {
        message.line(
                plain("Keys that were issued work until "),
                time(until),
                plain(" at the latest" + (others.none() ? "; no new ones are issued." : ".")));
    }

    /**
     * @param still begins the sentence that names them
     * @param has stands in the one that does not know
     */
    private static void others(SlackMessage message, OtherWays others, String still, String has) {
        if (!others.reasons().isEmpty()) {
            List<Piece> pieces =
                    new ArrayList<>(List.of(bold(still), plain(", and new keys are issued: ")));
            List<Reason> shown = others.reasons().stream().limit(MOST_WAYS).toList();
            for (int i = 0; i < shown.size(); i++) {
                pieces.add(plain(i == 0 ? "" : ", "));
                pieces.addAll(words(shown.get(i)));
            }
            int more = others.reasons().size() - shown.size();
            pieces.add(plain(more > 0 ? ", and " + more + " more." : "."));
            message.line(pieces.toArray(Piece[]::new));
        }
        if (!others.known()) {
            message.line(plain("Whether " + has + " by a group too is not known just now."));
        }
    }

    private static List<Piece> words(Reason reason) {
        return switch (reason) {
            case Reason.ByGrant grant ->
                    List.of(plain("by another grant until "), time(grant.until()));
            case Reason.InGroup in -> List.of(plain("by the group “" + in.group().value() + "”"));
            case Reason.Named _ -> List.of(plain("by name, in the role's tags"));
            case Reason.Extension by -> List.of(plain("by “" + by.name() + "”"));
        };
    }
}
