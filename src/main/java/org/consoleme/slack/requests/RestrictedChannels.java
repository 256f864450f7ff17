package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.Ephemeral;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Channels that are there, with the app in them, and take no post of ours: Slack says so when we
 * post, and not when we ask about the channel. Whichever node found out, all know for a day.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/chat.postMessage#errors">Errors</a>
 */
@Single
public class RestrictedChannels {
    private static final Logger LOG = LoggerFactory.getLogger(RestrictedChannels.class);

    private static final Set<String> RESTRICTED =
            Set.of(
                    "is_inactive",
                    "restricted_action",
                    "restricted_action_read_only_channel",
                    "restricted_action_thread_only_channel");

    /** Longer than between two tries to post what waits. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Ephemeral store;

    @Inject
    public RestrictedChannels(Ephemeral store) {
        this.store = store;
    }

    /**
     * @return whether what went wrong is that posting there is restricted
     */
    boolean note(String channel, ProblemException refused) {
        Optional<String> error = SlackApi.error(refused).filter(RESTRICTED::contains);
        error.ifPresent(why -> quietly(() -> store.put(key(channel), why, REMEMBERED)));
        return error.isPresent();
    }

    /** It took a post. */
    void open(String channel) {
        quietly(() -> store.take(key(channel)));
    }

    /** Slack's error; empty also while nobody can say. */
    Optional<String> why(String channel) {
        try {
            return store.get(key(channel));
        } catch (ProblemException away) {
            return Optional.empty();
        }
    }

    /** A store that is away keeps no card from being posted, or tried again. */
    private static void quietly(Runnable note) {
        try {
            note.run();
        } catch (ProblemException away) {
            LOG.atInfo()
                    .addKeyValue("problem", away.problem().sentence())
                    .log("not noted whether a channel takes posts");
        }
    }

    private static String key(String channel) {
        return "slack-restricted:" + channel;
    }
}
