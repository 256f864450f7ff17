package org.consoleme.slack.requests;

import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.shared.ProblemException;
import org.consoleme.slack.SlackApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody whom Slack does not let us reach does not keep the others from hearing.
 *
 * @see RestrictedChannels for channels, of whose refusals some are not given up
 */
final class OpenConversation {
    private static final Logger LOG = LoggerFactory.getLogger(OpenConversation.class);

    /**
     * What Slack says of a conversation that we cannot post to, now or later. What it says of our
     * token, of our app's switches ({@code messages_tab_disabled}) or of all that we post is not
     * among it: that is repaired, and then told.
     */
    private static final Set<String> CLOSED =
            Set.of(
                    "channel_not_found",
                    "is_archived",
                    "is_inactive",
                    "not_in_channel",
                    "restricted_action",
                    "restricted_action_read_only_channel",
                    "restricted_action_thread_only_channel",
                    "user_not_found",
                    "user_not_visible",
                    "cannot_dm_bot",
                    "user_disabled");

    private OpenConversation() {}

    /**
     * @return what {@code step} returns; false if the conversation is closed to us
     */
    static boolean attempt(ChangeRequest request, BooleanSupplier step) {
        try {
            return step.getAsBoolean();
        } catch (ProblemException e) {
            Optional<String> error = SlackApi.error(e).filter(CLOSED::contains);
            if (error.isEmpty()) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("request", request.id())
                    .addKeyValue("error", error.get())
                    .log("conversation cannot be posted to");
            return false;
        }
    }
}
