package org.consoleme.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Conversation;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.consoleme.shared.Single;
import org.consoleme.slack.message.SlackMessage;

/**
 * Messages that we post by ourselves. Never with markup, names made into links, or previews.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/chat.postMessage">chat.postMessage</a>
 */
@Single
public class SlackPosts {
    private final SlackApi slack;

    @Inject
    public SlackPosts(SlackApi slack) {
        this.slack = slack;
    }

    /**
     * Posts for everybody in a conversation. After {@code Unavailable} it is not known whether the
     * message stands there.
     *
     * @return its timestamp
     */
    public String post(String channel, SlackMessage message) {
        ChatPostMessageResponse answer =
                slack.callIn(
                        channel,
                        "chat.postMessage",
                        methods ->
                                methods.chatPostMessage(
                                        r ->
                                                r.channel(channel)
                                                        .text(message.fallback())
                                                        .blocks(message.blocks())
                                                        .unfurlLinks(false)
                                                        .unfurlMedia(false)
                                                        .linkNames(false)
                                                        .mrkdwn(false)));
        return answer.getTs();
    }

    /** Puts another content in the place of a message of ours. */
    public void update(SlackPlace place, SlackMessage message) {
        slack.call(
                "chat.update",
                methods ->
                        methods.chatUpdate(
                                r ->
                                        r.channel(place.channel())
                                                .ts(place.ts())
                                                .text(message.fallback())
                                                .blocks(message.blocks())
                                                .linkNames(false)));
    }

    /**
     * Shows something to one person in a conversation that they are in.
     *
     * @param thread where in it; without, at its end
     */
    public void whisper(
            String channel, Optional<String> thread, String user, SlackMessage message) {
        slack.call(
                "chat.postEphemeral",
                methods ->
                        methods.chatPostEphemeral(
                                r ->
                                        r.channel(channel)
                                                .threadTs(thread.orElse(null))
                                                .user(user)
                                                .text(message.fallback())
                                                .blocks(message.blocks())
                                                .linkNames(false)));
    }

    /**
     * The conversation between a person and us.
     *
     * @return its id; the same one each time
     */
    public String direct(String user) {
        return slack.call(
                        "conversations.open",
                        methods -> methods.conversationsOpen(r -> r.users(List.of(user))))
                .getChannel()
                .getId();
    }

    /** What is known of a channel now. */
    public Room room(String channel) {
        Conversation found =
                slack.call(
                                "conversations.info",
                                methods -> methods.conversationsInfo(r -> r.channel(channel)))
                        .getChannel();
        return new Room(
                found.isExtShared() || found.isPendingExtShared(),
                found.isArchived(),
                found.isMember());
    }

    /**
     * A channel.
     *
     * @param shared with another organisation, or about to be
     */
    public record Room(boolean shared, boolean archived, boolean member) {}
}
