package org.consoleme.slack;

import jakarta.inject.Inject;
import java.util.Optional;
import org.consoleme.identity.OpaqueId;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.message.ResponseUrl;
import org.consoleme.slack.message.SlackMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the one who did something, and nobody else: through the address that came with it, else
 * privately in the conversation or the thread where it was, else in a direct message, which is
 * tried again while Slack throttles or is away.
 */
@Single
public class SlackAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(SlackAnswers.class);

    private final ResponseUrl urls;
    private final SlackPosts posts;
    private final Unfinished unfinished;

    @Inject
    public SlackAnswers(ResponseUrl urls, SlackPosts posts, Unfinished unfinished) {
        this.urls = urls;
        this.posts = posts;
        this.unfinished = unfinished;
    }

    /** A message without any block says nothing. */
    public void answer(SlackCall call, SlackMessage message) {
        if (message.blocks().isEmpty()) {
            return;
        }
        Optional<String> url = call.where().responseUrl();
        if (url.isPresent()) {
            urls.answer(url.get(), message);
        } else if (!whispered(call, message)) {
            unfinished.attempt(
                    "answer " + OpaqueId.make(),
                    () -> posts.post(posts.direct(call.user()), message));
        }
    }

    /**
     * Not in a channel that they have left, or that is gone, nor while Slack takes no such message.
     * After {@code Unavailable} they may hear it twice.
     */
    private boolean whispered(SlackCall call, SlackMessage message) {
        try {
            call.where()
                    .channel()
                    .ifPresent(
                            in -> posts.whisper(in, call.where().thread(), call.user(), message));
            return call.where().channel().isPresent();
        } catch (ProblemException e) {
            LOG.atWarn()
                    .addKeyValue("problem", e.problem().getClass().getSimpleName())
                    .log("slack answer goes to a direct message");
            return false;
        }
    }
}
