package org.consoleme.it;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinServer;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;

/**
 * Somebody in front of the stack's Slack.
 *
 * @param user the Slack user's id
 */
record SlackChair(TwinServer twin, String user) {
    static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("/link/slack/([A-Za-z0-9_-]{8,})");

    /** Ties the Slack user to a person, unless that is done. */
    SlackChair linkedTo(Person person) {
        Matcher ticket = LINK.matcher(type("/consoleme link"));
        if (ticket.find()) {
            person.post("/api/v3/slack-links/" + ticket.group(1), "{\"link\": true}").must(200);
        }
        return this;
    }

    /** Types a line; the answer as Slack would draw it. What was not read before is passed over. */
    String type(String line) {
        twin.forgetEphemeral(user);
        actor().type(line);
        return heard();
    }

    /** Types a line; the first answer with these words: an earlier one may be drawn anew. */
    String type(String line, String words) {
        actor().type(line);
        return heard(words);
    }

    /** What comes next for these eyes only, with these words. */
    String heard(String words) {
        String said = heard();
        while (!said.contains(words)) {
            said = heard();
        }
        return said;
    }

    private String heard() {
        return twin.draw(twin.awaitEphemeral(user, SOON));
    }

    /** The modal that a line opens. */
    SlackView opened(String line) {
        actor().type(line);
        return twin.awaitModal(user, SOON);
    }

    void submit(SlackView view, Map<String, ?> values) {
        actor().submit(view, values);
    }

    /** Approves on a card of the approvals channel. */
    void approve(Message card) {
        actor().clickIn(TwinSettings.APPROVALS, card, "Approve");
        submit(twin.awaitModal(user, SOON), Map.of());
    }

    /** The card of the approvals channel with these words, once it says so. */
    static Message card(TwinServer twin, String words, String state) {
        return twin.awaitMessage(
                message ->
                        message.channel().equals(TwinSettings.APPROVALS)
                                && twin.draw(message).contains(words)
                                && twin.draw(message).contains(state),
                SOON);
    }

    private Actor actor() {
        return twin.actAs(user);
    }
}
