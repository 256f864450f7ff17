package org.consoleme.slack;

import com.slack.api.model.view.View;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
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
    /** What Slack says of a modal that was closed, or changed since it was looked at. */
    private static final Set<String> PAST = Set.of("not_found", "hash_conflict");

    private final SlackApi slack;

    @Inject
    public SlackModals(SlackApi slack) {
        this.slack = slack;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Conflict} if the trigger is too old
     */
    public void open(Optional<String> trigger, View view) {
        try {
            slack.call(
                    "views.open",
                    methods -> methods.viewsOpen(r -> r.triggerId(trigger.orElse("")).view(view)));
        } catch (ProblemException e) {
            throw switch (SlackApi.error(e).orElse("")) {
                case "expired_trigger_id", "exchanged_trigger_id", "trigger_expired" ->
                        new Problem.Conflict(
                                        "That took longer than the three seconds Slack gives."
                                                + " Click or type again.")
                                .asException(e);
                default -> e;
            };
        }
    }

    /**
     * Gives an open modal another content; what was filled in stays in fields of the same names.
     * One that was closed or changed meanwhile stays as it is.
     *
     * @param hash of what it showed when it was looked at
     * @see <a href="https://docs.slack.dev/reference/methods/views.update">views.update</a>
     */
    public void update(String id, String hash, View view) {
        try {
            slack.call(
                    "views.update",
                    methods -> methods.viewsUpdate(r -> r.viewId(id).hash(hash).view(view)));
        } catch (ProblemException e) {
            if (SlackApi.error(e).filter(PAST::contains).isEmpty()) {
                throw e;
            }
        }
    }
}
