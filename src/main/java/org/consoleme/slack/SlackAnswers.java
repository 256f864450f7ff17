package org.consoleme.slack;

import jakarta.inject.Inject;
import java.util.Optional;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.message.ResponseUrl;
import org.consoleme.slack.message.SlackMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the one who did something, and nobody else: through the address that came with it, else
 * privately in the conversation or the thread where it was, else in a direct message. A failure is
 * logged, since there is nobody else to tell.
 */
@Single
public class SlackAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(SlackAnswers.class);

    private final ResponseUrl urls;
    private final SlackPosts posts;

    @Inject
    public SlackAnswers(ResponseUrl urls, SlackPosts posts) {
        this.urls = urls;
        this.posts = posts;
    }

    /** A message without any block says nothing. */
    public void answer(SlackCall call, SlackMessage message) {
        if (message.blocks().isEmpty()) {
            return;
        }
        Optional<String> url = call.where().responseUrl();
        if (url.isPresent()) {
            urls.answer(url.get(), message);
            return;
        }
        try {
            if (!whispered(call, message)) {
                posts.post(posts.direct(call.user()), message);
            }
        } catch (ProblemException e) {
            LOG.atWarn()
                    .addKeyValue("problem", e.problem().getClass().getSimpleName())
                    .log("slack did not take an answer");
        }
    }

    /** Not in a channel that they have left, or that is gone. */
    private boolean whispered(SlackCall call, SlackMessage message) {
        try {
            call.where()
                    .channel()
                    .ifPresent(
                            in -> posts.whisper(in, call.where().thread(), call.user(), message));
            return call.where().channel().isPresent();
        } catch (ProblemException e) {
            if (SlackApi.error(e).isEmpty()) {
                throw e;
            }
            return false;
        }
    }
}
