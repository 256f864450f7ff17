package org.consoleme.slacktwin.modal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.SlackView;

/** What all fields of a modal hold: the {@code values} of its {@code state}. */
public final class FormState {

    private final List<Field> fields;
    private final ObjectNode values = Json.object();

    private FormState(List<Field> fields) {
        this.fields = fields;
    }

    /** A modal before anybody touches it. */
    public static FormState untouched(SlackView view) {
        FormState state = new FormState(Field.in(view.blocks()));
        state.fields.forEach(f -> state.put(f, FieldState.initial(f)));
        return state;
    }

    /**
     * A modal that somebody filled in.
     *
     * @param entries by label, {@code block_id} or {@code action_id}: a text, the text or value of
     *     an option, or several of them
     * @param offered the options of an {@code external_select} for what was chosen there
     * @throws IllegalArgumentException if there is no such field or option
     */
    public static FormState filled(
            SlackView view,
            Map<String, ?> entries,
            BiFunction<Field, String, List<Option>> offered) {
        FormState state = untouched(view);
        entries.forEach(
                (name, entry) -> {
                    Field field = state.field(name);
                    List<String> chosen = texts(entry);
                    boolean external = field.type().endsWith("external_select");
                    List<Option> known =
                            external && !chosen.isEmpty()
                                    ? offered.apply(field, chosen.getFirst())
                                    : Option.in(field.element());
                    state.put(field, FieldState.of(field, chosen, known));
                });
        return state;
    }

    private static List<String> texts(Object entry) {
        return entry instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(entry));
    }

    private void put(Field field, JsonNode state) {
        ObjectNode block =
                values.get(field.blockId()) instanceof ObjectNode there
                        ? there
                        : values.putObject(field.blockId());
        block.set(field.actionId(), state);
    }

    private Field field(String name) {
        return fields.stream()
                .filter(f -> f.is(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such field: " + name));
    }

    /** By {@code block_id}, then by {@code action_id}. */
    public ObjectNode values() {
        return values.deepCopy();
    }

    /** What Slack shows under the fields before it asks the app at all, by {@code block_id}. */
    public Map<String, String> complaints() {
        Map<String, String> found = new LinkedHashMap<>();
        for (Field field : fields) {
            JsonNode state = values.path(field.blockId()).path(field.actionId());
            FieldState.complaint(field, state).ifPresent(c -> found.put(field.blockId(), c));
        }
        return found;
    }
}
