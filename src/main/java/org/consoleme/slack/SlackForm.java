package org.consoleme.slack;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody filled in: each field by the name of its block, as text or as the value of the
 * option that was chosen. Nothing of it is to be trusted.
 */
public record SlackForm(Map<String, String> values) {
    public SlackForm {
        values = Map.copyOf(values);
    }

    public static SlackForm of(View view) {
        Map<String, String> values = new HashMap<>();
        Optional.ofNullable(view.getState())
                .map(ViewState::getValues)
                .orElse(Map.of())
                .forEach(
                        (block, fields) ->
                                fields.values().stream()
                                        .findFirst()
                                        .flatMap(SlackForm::value)
                                        .ifPresent(value -> values.put(block, value)));
        return new SlackForm(values);
    }

    private static Optional<String> value(ViewState.Value value) {
        return Optional.ofNullable(value.getSelectedOption())
                .map(ViewState.SelectedOption::getValue)
                .or(() -> Optional.ofNullable(value.getValue()));
    }

    /** Without blanks around it; empty if nothing else is there. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(values.get(field)).map(String::strip).filter(t -> !t.isEmpty());
    }

    @Override
    public String toString() {
        return "SlackForm" + values.keySet();
    }
}
