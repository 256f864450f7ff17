package org.consoleme.slack;

import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.view.View;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.Ephemeral;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;

/**
 * Modals. A trigger opens one within three seconds of what the person did, and once.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/views.open">views.open</a>
 */
@Single
public class SlackModals {
    private static final Set<String> TOO_LATE =
            Set.of(
                    "expired_trigger_id",
                    "exchanged_trigger_id",
                    "invalid_trigger_id",
                    "trigger_expired",
                    "trigger_exchanged");

    private static final String CLOSED = "not_found";
    private static final String CHANGED = "hash_conflict";

    /** Longer than anybody fills in a form. */
    private static final Duration MEMORY = Duration.ofHours(1);

    /** What is noted of a modal in which nobody did anything yet: before any moment. */
    private static final String NOTHING_YET = "0";

    /** One person's hands hardly need two. */
    private static final int MOST_TRIES = 5;

    private final SlackApi slack;
    private final Ephemeral store;

    @Inject
    public SlackModals(SlackApi slack, Ephemeral store) {
        this.slack = slack;
        this.store = store;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Conflict} if the trigger is too old
     */
    public void open(Optional<String> trigger, View view) {
        try {
            ViewsOpenResponse opened =
                    slack.call(
                            "views.open",
                            methods ->
                                    methods.viewsOpen(
                                            r -> r.triggerId(trigger.orElse("")).view(view)));
            Optional.ofNullable(opened.getView()).map(View::getId).ifPresent(this::seed);
        } catch (ProblemException e) {
            throw SlackApi.error(e).filter(TOO_LATE::contains).isEmpty()
                    ? e
                    : new Problem.Conflict(
                                    "That took longer than the three seconds Slack gives."
                                            + " Click or type again.")
                            .asException(e);
        }
    }

    /**
     * Gives an open modal another content; what was filled in stays in fields of the same names.
     * One that was closed meanwhile stays so. Of several that were to be drawn after one another,
     * the last thing that the person did is what is to be seen: one that Slack does not take,
     * because another was drawn since, is drawn over it unless the other is later. Whoever looks
     * which is the latest, and draws without a hash only then, may still be overtaken in between: a
     * later one that is noted and drawn in that moment is drawn over.
     *
     * @param shown as it was when the person did something in it
     * @param at when they did that, as Slack says it
     * @see <a href="https://docs.slack.dev/reference/methods/views.update">views.update</a>
     */
    public void update(View shown, String at, View view) {
        note(shown.getId(), at);
        if (!drawn(shown.getId(), Optional.ofNullable(shown.getHash()), view)
                && isLatest(shown.getId(), at)) {
            drawn(shown.getId(), Optional.empty(), view);
        }
    }

    /**
     * @param hash of what is drawn over; empty for whatever is there
     * @return false if something else is there by now
     */
    private boolean drawn(String id, Optional<String> hash, View view) {
        try {
            slack.call(
                    "views.update",
                    methods ->
                            methods.viewsUpdate(
                                    r -> r.viewId(id).hash(hash.orElse(null)).view(view)));
            return true;
        } catch (ProblemException e) {
            return switch (SlackApi.error(e).orElse("")) {
                case CLOSED -> true;
                case CHANGED -> false;
                default -> throw e;
            };
        }
    }

    /** So that there is something to replace, in one step, by the first that is noted. */
    private void seed(String id) {
        try {
            if (store.get(key(id)).isEmpty()) {
                store.put(key(id), NOTHING_YET, MEMORY);
            }
        } catch (ProblemException away) {
            // then the first that is noted is put there
        }
    }

    /** Never over a later one, whoever notes theirs meanwhile. */
    private void note(String id, String at) {
        try {
            for (int i = 0; i < MOST_TRIES; i++) {
                Optional<String> before = store.get(key(id));
                if (before.isEmpty()) {
                    store.put(key(id), at, MEMORY);
                    return;
                }
                if (before.get().compareTo(at) >= 0 || store.replace(key(id), before.get(), at)) {
                    return;
                }
            }
        } catch (ProblemException away) {
            // then each takes itself for the latest
        }
    }

    /** Slack writes moments in one form, so that the later one is the greater text. */
    private boolean isLatest(String id, String at) {
        try {
            return store.get(key(id)).filter(other -> other.compareTo(at) > 0).isEmpty();
        } catch (ProblemException away) {
            return true;
        }
    }

    private static String key(String id) {
        return "slack-modal:" + id;
    }
}
