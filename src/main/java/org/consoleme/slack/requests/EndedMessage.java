package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;
import static org.consoleme.slack.message.SlackMessage.Piece.time;

import java.util.ArrayList;
import java.util.List;
import org.consoleme.access.EndedGrant;
import org.consoleme.access.OtherWays;
import org.consoleme.access.Reason;
import org.consoleme.shared.GrantId;
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

    /** To the one who had it. */
    static SlackMessage returned(EndedGrant ended) {
        SlackMessage message =
                new SlackMessage()
                        .line(bold("Returned"), plain(": " + ended.grant().role().name() + "."));
        keys(message, ended);
        others(message, ended.others(), "It is still yours", "it is yours");
        if (!ended.others().grants().isEmpty()) {
            message.buttons(
                    SlackMessage.press(
                            GrantButtons.RETURN,
                            "Return that too",
                            ended.others().grants().getFirst().grant().value()));
        }
        return message;
    }

    /** To the one who took it away; each other grant can be revoked on its request's page. */
    static SlackMessage revoked(EndedGrant ended, SlackSettings settings) {
        String who = ended.grant().user().value();
        SlackMessage message =
                new SlackMessage()
                        .line(bold("Revoked"), plain(": " + ended.grant().role().name() + "."));
        keys(message, ended);
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

    private static void keys(SlackMessage message, EndedGrant ended) {
        message.line(
                plain("Keys that were issued work until "),
                time(ended.keysUntil()),
                plain(
                        " at the latest"
                                + (ended.others().none() ? "; no new ones are issued." : ".")));
    }

    /**
     * @param still begins the sentence that names them
     * @param has stands in the one that does not know
     */
    private static void others(
            SlackMessage message, OtherWays others, String still, String has) {
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
