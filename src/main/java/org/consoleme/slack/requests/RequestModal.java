package org.consoleme.slack.requests;

import com.slack.api.model.view.View;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.AskedFor;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.SecretShapes;
import org.consoleme.slack.SlackForm;
import org.consoleme.slack.message.SlackLimits;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.message.SlackModal;
import org.consoleme.slack.message.SlackText;

/** The form to ask for a role for a time, or for an inline policy. */
final class RequestModal {
    static final String ASK_ROLE = "requests.ask.role";
    static final String ASK_POLICY = "requests.ask.policy";

    /** Under these Slack asks for roles that match what is typed. */
    static final String PICK_ROLE = "requests.pick.role";

    static final String PICK_POLICY = "requests.pick.policy";

    static final String ROLE = "role";
    static final String POLICY_NAME = "policy_name";
    static final String DOCUMENT = "document";
    static final String WHY = "why";

    private static final int LONGEST_WHY = 1000;
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_MISTAKE = 300;
    private static final SlackModal.Field WHICH =
            SlackModal.Field.of(ROLE, "Role").placeholder("Type part of its name or account");

    private RequestModal() {}

    /**
     * @param role as the menu shows it
     */
    static View draw(
            Asking asking, Optional<SlackModal.Option> role, Outlook outlook, String metadata) {
        boolean policy = asking.kind() == AskedFor.Kind.INLINE_POLICY;
        SlackModal modal =
                new SlackModal(
                                policy ? ASK_POLICY : ASK_ROLE,
                                policy ? "Request a policy" : "Request access")
                        .typeahead(
                                policy ? WHICH : WHICH.asToldAtOnce(),
                                policy ? PICK_POLICY : PICK_ROLE,
                                role);
        if (policy) {
            policy(modal);
        } else {
            LengthFields.draw(modal, asking.length(), outlook.longest());
        }
        modal.text(
                SlackModal.Field.of(WHY, "Why")
                        .hint("The approvers read this. A ticket helps.")
                        .initial(asking.because()),
                true,
                LONGEST_WHY);
        return modal.show(new SlackMessage().note(outlook.words())).view("Ask", metadata);
    }

    private static void policy(SlackModal modal) {
        modal.choice(
                SlackModal.Field.of(PolicyDeed.FIELD, "What")
                        .initial(Optional.of(PolicyDeed.ADD.name())),
                PolicyDeed.options());
        modal.text(
                SlackModal.Field.of(POLICY_NAME, "Name of the policy")
                        .hint("A new policy gets a name if this is empty.")
                        .asOptional(),
                false,
                LONGEST_NAME);
        modal.text(
                SlackModal.Field.of(DOCUMENT, "Policy document")
                        .placeholder("{\"Version\": \"2012-10-17\", \"Statement\": […]}")
                        .hint("JSON, at most 3,000 characters here; a longer one on the console.")
                        .asOptional(),
                true,
                SlackLimits.INPUT);
    }

    /** What is wrong with the fields, by their names; known without asking anybody. */
    static Map<String, String> mistakes(SlackForm form, AskedFor.Kind kind) {
        Map<String, String> mistakes = new LinkedHashMap<>();
        if (form.text(ROLE).flatMap(RoleKey::read).isEmpty()) {
            mistakes.put(ROLE, "Choose a role from the list.");
        }
        if (kind == AskedFor.Kind.ROLE) {
            mistakes.putAll(LengthFields.mistakes(form));
        } else {
            policyMistakes(form, mistakes);
        }
        Optional<String> why = form.text(WHY);
        if (why.isEmpty()) {
            mistakes.put(WHY, "Say why.");
        } else if (SecretShapes.found(why.get())) {
            mistakes.put(WHY, ReviewModal.SECRET);
        } else if (why.get().length() > LONGEST_WHY) {
            mistakes.put(WHY, "At most " + LONGEST_WHY + " characters.");
        }
        return mistakes;
    }

    private static void policyMistakes(SlackForm form, Map<String, String> mistakes) {
        PolicyDeed deed = PolicyDeed.of(form);
        if (deed != PolicyDeed.ADD && form.text(POLICY_NAME).isEmpty()) {
            mistakes.put(POLICY_NAME, "Which policy?");
        }
        if (deed == PolicyDeed.REMOVE) {
            return;
        }
        if (form.text(DOCUMENT).filter(SecretShapes::found).isPresent()) {
            mistakes.put(DOCUMENT, ReviewModal.SECRET);
            return;
        }
        try {
            document(form);
        } catch (ProblemException e) {
            mistakes.put(DOCUMENT, SlackText.shown(e.problem().sentence(), LONGEST_MISTAKE));
        }
    }

    /**
     * @throws ProblemException {@code Invalid}
     */
    static PolicyDocument document(SlackForm form) {
        return PolicyDocument.parse(form.text(DOCUMENT).orElse(""));
    }
}
