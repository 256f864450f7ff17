package org.consoleme.slack;

import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import com.slack.api.model.block.LayoutBlock;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.message.SlackMessage;

/**
 * What we say in the thread of a message of ours.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/chat.postMessage">chat.postMessage</a>
 */
@Single
public class SlackReplies {
    private static final int PAGE = 200;

    /** What Slack says of a thread that is not there for us; anything else says nothing of it. */
    private static final Set<String> UNREADABLE =
            Set.of("thread_not_found", "channel_not_found", "missing_scope");

    private final SlackApi slack;

    @Inject
    public SlackReplies(SlackApi slack) {
        this.slack = slack;
    }

    /**
     * After {@code Unavailable} it is not known whether the reply stands there.
     *
     * @param aloud shown in the conversation too, so that nobody has to follow the thread
     */
    public void say(SlackPlace under, SlackMessage message, boolean aloud) {
        slack.callIn(
                under.channel(),
                "chat.postMessage",
                methods ->
                        methods.chatPostMessage(
                                r ->
                                        r.channel(under.channel())
                                                .threadTs(under.ts())
                                                .replyBroadcast(aloud)
                                                .text(message.fallback())
                                                .blocks(message.blocks())
                                                .unfurlLinks(false)
                                                .unfurlMedia(false)
                                                .linkNames(false)
                                                .mrkdwn(false)));
    }

    /**
     * Whether a reply with a block of this id stands in the thread. Where there is nothing to read,
     * or we may not, as in direct messages, it counts as not there.
     */
    public boolean stands(SlackPlace under, String block) {
        Optional<String> cursor = Optional.of("");
        try {
            while (cursor.isPresent()) {
                ConversationsRepliesResponse page = page(under, cursor.get());
                if (page.getMessages().stream().anyMatch(message -> has(message, block))) {
                    return true;
                }
                cursor =
                        Optional.ofNullable(page.getResponseMetadata())
                                .map(ResponseMetadata::getNextCursor)
                                .filter(next -> !next.isEmpty());
            }
            return false;
        } catch (ProblemException e) {
            if (SlackApi.error(e).filter(UNREADABLE::contains).isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    /**
     * @param cursor empty for the first page
     */
    private ConversationsRepliesResponse page(SlackPlace under, String cursor) {
        return slack.call(
                "conversations.replies",
                methods ->
                        methods.conversationsReplies(
                                r -> {
                                    r.channel(under.channel()).ts(under.ts()).limit(PAGE);
                                    return cursor.isEmpty() ? r : r.cursor(cursor);
                                }));
    }

    private static boolean has(Message message, String block) {
        return message.getBlocks() != null
                && message.getBlocks().stream()
                        .map(LayoutBlock::getBlockId)
                        .anyMatch(block::equals);
    }
}
