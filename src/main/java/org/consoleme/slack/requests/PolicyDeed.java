package org.consoleme.slack.requests;

import java.util.Arrays;
import java.util.List;
import org.consoleme.slack.SlackForm;
import org.consoleme.slack.message.SlackModal;

/** What is to happen with an inline policy, as the form offers it. */
enum PolicyDeed {
    ADD("Add a policy"),
    REPLACE("Replace the policy of that name"),
    REMOVE("Remove the policy of that name");

    static final String FIELD = "deed";

    private final String words;

    PolicyDeed(String words) {
        this.words = words;
    }

    static List<SlackModal.Option> options() {
        return Arrays.stream(values())
                .map(deed -> new SlackModal.Option(deed.words, deed.name()))
                .toList();
    }

    /** What was chosen, else to add one. */
    static PolicyDeed of(SlackForm form) {
        return Arrays.stream(values())
                .filter(deed -> form.text(FIELD).filter(deed.name()::equals).isPresent())
                .findFirst()
                .orElse(ADD);
    }
}
