package org.consoleme.slack.requests;

import com.slack.api.model.view.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.shared.GrantId;
import org.consoleme.slack.SlackForm;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.message.SlackModal;

/** Shows once more what is taken away, and wants a reason. */
final class RevokeModal {
    static final String CALLBACK = "requests.revoke";

    private static final String HANDLE = "revoke";

    private RevokeModal() {}

    /**
     * What it stands for.
     *
     * @param place of the card that was clicked
     */
    record Handle(SlackPlace place, GrantId grant) {
        List<String> parts() {
            return List.of(HANDLE, place.toString(), grant.value());
        }

        static Optional<Handle> of(List<String> parts) {
            return parts.size() == 3
                            && parts.getFirst().equals(HANDLE)
                            && GrantId.isGrantId(parts.get(2))
                    ? SlackPlace.read(parts.get(1))
                            .map(place -> new Handle(place, new GrantId(parts.get(2))))
                    : Optional.empty();
        }
    }

    /** What is wrong with the fields, by their names. */
    static Map<String, String> mistakes(SlackForm form) {
        return form.text(ReviewModal.REASON).isEmpty()
                ? Map.of(ReviewModal.REASON, "Say why.")
                : ReviewModal.mistakes(form);
    }

    static View draw(ChangeRequest request, RequestFacts facts, String metadata) {
        SlackMessage shown = new SlackMessage();
        RequestCard.what(shown, request, facts);
        StateWords.draw(shown, request, facts);
        return new SlackModal(CALLBACK, "Revoke")
                .show(shown)
                .text(
                        SlackModal.Field.of(ReviewModal.REASON, "Why")
                                .hint(
                                        "For the audit trail. No new keys are issued under this grant from then on."),
                        true,
                        ReviewModal.LONGEST_REASON)
                .view("Revoke", metadata);
    }
}
