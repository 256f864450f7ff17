package org.consoleme.slacktwin;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.command.Button;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.modal.Field;
import org.consoleme.slacktwin.modal.FormState;
import org.consoleme.slacktwin.modal.ModalDesk;
import org.consoleme.slacktwin.modal.Option;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.SlackView;
import org.consoleme.slacktwin.workspace.Workspace;

/**
 * A modal or Home tab under somebody's hands, as it was when they took it. Fields go by their
 * label, {@code block_id} or {@code action_id}; options by their text or value.
 */
public final class Form {

    private final Workspace workspace;
    private final ModalDesk desk;
    private final SlackUser user;
    private final SlackView view;
    private final Map<String, Object> entries = new LinkedHashMap<>();
    private final Map<Field, List<Option>> offered = new HashMap<>();

    Form(Workspace workspace, ModalDesk desk, SlackUser user, SlackView view) {
        this.workspace = workspace;
        this.desk = desk;
        this.user = user;
        this.view = view;
    }

    /** The modal as it was when it was taken. */
    public SlackView view() {
        return view;
    }

    /**
     * Types into a field, or chooses.
     *
     * @param entry a text; the text or value of an option; a list of these for several
     */
    public Form put(String field, Object entry) {
        entries.put(field, entry);
        return this;
    }

    public Form putAll(Map<String, ?> several) {
        entries.putAll(several);
        return this;
    }

    /**
     * Types into a typeahead, and waits for what the app offers; with fewer characters than the
     * field wants, the app is not asked.
     *
     * @return nothing too if the app fails, is late, or says more than Slack takes
     */
    public List<Option> suggest(String field, String query) {
        Field asked = field(field);
        if (query.codePointCount(0, query.length()) < asked.minQueryLength()) {
            return List.of();
        }
        List<Option> options = desk.suggest(user, view, state(), asked, query);
        offered.put(asked, options);
        return options;
    }

    /** The same question, not sent yet. */
    public CommandDraft composeSuggest(String field, String query) {
        return desk.suggestion(user, view, state(), field(field), query);
    }

    /**
     * Submits. Fields that Slack itself finds wanting are marked, and the app hears nothing.
     *
     * @return with error {@code incomplete} if Slack kept it back
     */
    public AppAnswer submit() {
        Map<String, String> complaints = state().complaints();
        if (!complaints.isEmpty()) {
            workspace.views().say(view.id(), complaints);
            return new AppAnswer(0, "", "incomplete", Duration.ZERO, Optional.empty());
        }
        return composeSubmit().send();
    }

    /** A submission that is not sent yet, whatever the fields hold. */
    public CommandDraft composeSubmit() {
        return desk.submit(user, view, state());
    }

    /** Presses the first button with this label. */
    public AppAnswer press(String label) {
        return composePress(label).send();
    }

    public CommandDraft composePress(String label) {
        return composePress(b -> b.label().equals(label) || b.actionId().equals(label));
    }

    CommandDraft composePress(Predicate<Button> wanted) {
        Button button =
                Button.in(view.blocks()).stream()
                        .filter(wanted)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no such button"));
        return desk.press(user, view, state(), button);
    }

    /** Chooses in a field that tells the app at once. */
    public AppAnswer choose(String field, Object entry) {
        return composeChoose(field, entry).send();
    }

    public CommandDraft composeChoose(String field, Object entry) {
        put(field, entry);
        return desk.choose(user, view, state(), field(field));
    }

    /** Closes the modal; the app hears of it if it wanted to. */
    public void close() {
        FormState state = state();
        boolean cleared = view.clearOnClose();
        if (cleared) {
            workspace.views().clear(user.id());
        } else {
            workspace.views().close(view.id());
        }
        if (view.notifyOnClose()) {
            desk.close(user, view, state, cleared).send();
        }
    }

    public CommandDraft composeClose() {
        return desk.close(user, view, state(), view.clearOnClose());
    }

    /** Remembers what the app offered before. */
    Form offered(String field, List<Option> options) {
        offered.put(field(field), options);
        return this;
    }

    /** The options that a field offers by itself. */
    public List<Option> options(String field) {
        return Option.in(field(field).element());
    }

    private FormState state() {
        return FormState.filled(view, entries, this::known);
    }

    private List<Option> known(Field field, String wanted) {
        List<Option> seen = offered.getOrDefault(field, Option.in(field.element()));
        Option initial = new Option("", field.element().path("initial_option"));
        if (initial.means(wanted)) {
            return List.of(initial);
        }
        if (seen.stream().anyMatch(o -> o.means(wanted))) {
            return seen;
        }
        return desk.suggest(user, view, FormState.untouched(view), field, wanted);
    }

    private Field field(String name) {
        return Field.in(view.blocks()).stream()
                .filter(f -> f.is(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such field: " + name));
    }
}
