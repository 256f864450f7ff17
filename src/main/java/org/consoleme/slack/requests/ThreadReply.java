package org.consoleme.slack.requests;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.events.SlackEvent;
import org.consoleme.slack.message.SlackMarkup;

/**
 * What a person said in a thread.
 *
 * @param under the timestamp of the thread's first message
 * @param text plain
 * @see <a href="https://docs.slack.dev/reference/events/message">message</a>
 */
record ThreadReply(String user, String channel, String ts, String under, String text) {
    /** Said by somebody all the same: with a file, or shown in the channel too. */
    static final Set<String> SAID = Set.of("thread_broadcast", "file_share");

    /** Empty for all that apps say, for edits, deletions, joins, and what is in no thread. */
    static Optional<ThreadReply> of(SlackEvent event) {
        if (!event.type().equals("message")
                || event.text("subtype").filter(kind -> !SAID.contains(kind)).isPresent()
                || event.has("bot_id")
                || event.has("app_id")
                || event.has("edited")) {
            return Optional.empty();
        }
        Optional<String> ts = event.text("ts");
        Optional<String> under =
                event.text("thread_ts").filter(thread -> !ts.equals(Optional.of(thread)));
        Optional<String> user = event.text("user");
        Optional<String> channel = event.text("channel");
        String text = event.text("text").map(SlackMarkup::plain).orElse("").strip();
        return ts.isEmpty()
                        || under.isEmpty()
                        || user.isEmpty()
                        || channel.isEmpty()
                        || text.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ThreadReply(user.get(), channel.get(), ts.get(), under.get(), text));
    }

    /** The same however often Slack says it. */
    UUID comment(String home) {
        String place = new SlackPlace(home, channel, ts).toString();
        return UUID.nameUUIDFromBytes(("slack " + place).getBytes(StandardCharsets.UTF_8));
    }

    /** What the one who said it is answered to. */
    SlackCall call(SlackEvent event) {
        return new SlackCall(
                event.team(),
                event.enterprise(),
                user,
                text,
                SlackCall.Where.in(channel, under),
                "event " + event.id());
    }
}
