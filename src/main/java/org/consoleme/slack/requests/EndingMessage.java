package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;
import static org.consoleme.slack.message.SlackMessage.Piece.time;

import org.consoleme.requests.ChangeRequest;
import org.consoleme.slack.message.SlackMessage;

/** What the one who has a role for a time hears shortly before its end. */
final class EndingMessage {
    private EndingMessage() {}

    static SlackMessage draw(ChangeRequest request, RequestFacts facts) {
        SlackMessage message = new SlackMessage();
        facts.grant().ifPresent(grant -> draw(message, request, facts, grant));
        return message;
    }

    private static void draw(
            SlackMessage message,
            ChangeRequest request,
            RequestFacts facts,
            RequestFacts.GrantEnd grant) {
        String how =
                grant.live()
                        ? " ends "
                        : grant.how().map(word -> ": " + word + " ").orElse(" ended ");
        message.line(
                plain("⏳ "),
                bold(request.role().name()),
                plain(" in "),
                bold(facts.account()),
                plain(how),
                time(grant.at()));
        if (grant.live()) {
            message.buttons(
                    SlackMessage.press(GrantButtons.EXTEND, "Extend", grant.id()),
                    SlackMessage.press(GrantButtons.RETURN, "Return early", grant.id()));
        }
    }
}
