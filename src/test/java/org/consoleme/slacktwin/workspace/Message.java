package org.consoleme.slacktwin.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A message as it stands now.
 *
 * @param ts Slack's id of a message within its channel: seconds, a dot, six digits
 * @param author a user id; the bot's for what the app wrote
 * @param content what was written
 * @param threadTs the message it answers, in a thread
 * @param ephemeralTo the one person who sees it, if it is ephemeral
 * @param revision 0 when posted, one more at each change
 */
public record Message(
        String ts,
        String channel,
        String author,
        Content content,
        Optional<String> threadTs,
        Optional<String> ephemeralTo,
        int revision) {

    /**
     * Text, blocks and the request they came in.
     *
     * @param blocks an array, empty for a message of text alone
     * @param via how it came: an API method, {@code response_url}, {@code acknowledgement}, or
     *     {@code typed}
     * @param payload the message's part of the request, as sent
     */
    public record Content(String text, JsonNode blocks, String via, JsonNode payload) {
        public Content {
            blocks = blocks.deepCopy();
            payload = payload.deepCopy();
        }
    }

    public String text() {
        return content.text();
    }

    public JsonNode blocks() {
        return content.blocks();
    }

    public boolean ephemeral() {
        return ephemeralTo.isPresent();
    }

    /** Whether a member of the channel sees it. */
    public boolean visibleTo(String userId) {
        return ephemeralTo.map(userId::equals).orElse(true);
    }

    Message rewritten(Content newContent) {
        return new Message(ts, channel, author, newContent, threadTs, ephemeralTo, revision + 1);
    }
}
