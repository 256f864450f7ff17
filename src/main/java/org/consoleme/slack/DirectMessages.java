package org.consoleme.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.consoleme.identity.SlackKey;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reaches a person in a direct message by any of their Slack users: one of them may be gone. */
public final class DirectMessages {
    private static final Logger LOG = LoggerFactory.getLogger(DirectMessages.class);

    private final SlackPosts posts;

    public DirectMessages(SlackPosts posts) {
        this.posts = posts;
    }

    /**
     * Tries one Slack user after the other until Slack takes it.
     *
     * @param keys of one person, the likeliest first; at least one
     * @param post puts it into the conversation whose id it is given
     * @throws ProblemException {@code Refused} by Slack for each of them, with the first reason;
     *     {@code TooMany}, {@code Unavailable}: then the others were not tried
     */
    public void reach(List<SlackKey> keys, Consumer<String> post) {
        List<ProblemException> refused = new ArrayList<>();
        for (SlackKey key : keys) {
            try {
                post.accept(posts.direct(key.user()));
                return;
            } catch (ProblemException e) {
                if (!(e.problem() instanceof Problem.Refused)) {
                    throw e;
                }
                unreachable(key, e);
                refused.add(e);
            }
        }
        throw refused.getFirst();
    }

    /**
     * Whether one of a person's conversations with us is of that sort; those that Slack refuses are
     * none.
     *
     * @throws ProblemException {@code TooMany}, {@code Unavailable}: it is not known
     */
    public boolean any(List<SlackKey> keys, Predicate<String> sort) {
        return keys.stream().anyMatch(key -> channel(key).filter(sort).isPresent());
    }

    private Optional<String> channel(SlackKey key) {
        try {
            return Optional.of(posts.direct(key.user()));
        } catch (ProblemException e) {
            if (!(e.problem() instanceof Problem.Refused)) {
                throw e;
            }
            unreachable(key, e);
            return Optional.empty();
        }
    }

    private static void unreachable(SlackKey key, ProblemException e) {
        LOG.atInfo()
                .addKeyValue("user", key)
                .addKeyValue("error", SlackApi.error(e).orElse(""))
                .log("slack user cannot be written to");
    }
}
