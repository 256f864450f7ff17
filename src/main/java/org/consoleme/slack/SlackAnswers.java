package org.consoleme.slack;

import jakarta.inject.Inject;
import org.consoleme.shared.Single;
import org.consoleme.slack.message.ResponseUrl;
import org.consoleme.slack.message.SlackMessage;

/**
 * Answers the one who did something, and nobody else: through the address that came with it, else
 * as a {@link PrivateAnswer}, which is tried again while Slack throttles or is away.
 */
@Single
public class SlackAnswers {
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
        call.where()
                .responseUrl()
                .ifPresentOrElse(
                        url -> urls.answer(url, message),
                        () -> unfinished.answer(new PrivateAnswer(posts, call, message)));
    }
}
