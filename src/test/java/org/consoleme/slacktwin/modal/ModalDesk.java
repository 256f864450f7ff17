package org.consoleme.slacktwin.modal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.consoleme.slacktwin.api.ViewJson;
import org.consoleme.slacktwin.command.AppFields;
import org.consoleme.slacktwin.command.Button;
import org.consoleme.slacktwin.command.ClickDesk;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.command.Payloads;
import org.consoleme.slacktwin.command.Reception;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.SlackView;
import org.consoleme.slacktwin.workspace.Views;

/**
 * Writes what Slack sends when somebody does something in a modal or a Home tab.
 *
 * @see <a
 *     href="https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload">view
 *     interaction payloads</a>
 */
public final class ModalDesk {

    private final Payloads payloads;
    private final ViewJson json;
    private final Views views;

    public ModalDesk(Payloads payloads) {
        this.payloads = payloads;
        AppFields app = payloads.app();
        this.json = new ViewJson(payloads.workspace().team().id(), app.appId(), app.botId());
        this.views = payloads.workspace().views();
    }

    /** Drafts the submission of a modal. */
    public CommandDraft submit(SlackUser user, SlackView view, FormState state) {
        ObjectNode payload = payloads.start("view_submission", user);
        payload.put("trigger_id", trigger(user, view));
        payload.set("view", json.draw(view, state.values()));
        payload.putArray("response_urls");
        return payloads.draft(payload, "", new Submission(views, view));
    }

    /**
     * Drafts the word that a modal was closed; Slack sends it only where the view asks for it.
     *
     * @param cleared whether the whole stack went
     */
    public CommandDraft close(SlackUser user, SlackView view, FormState state, boolean cleared) {
        ObjectNode payload = payloads.start("view_closed", user);
        payload.set("view", json.draw(view, state.values()));
        payload.put("is_cleared", cleared);
        return payloads.draft(payload, "", Reception.none());
    }

    /** Drafts a press on a button. */
    public CommandDraft press(SlackUser user, SlackView view, FormState state, Button button) {
        return act(user, view, state, ClickDesk.action(button, payloads.now()));
    }

    /** Drafts the word that a field holds something else now. */
    public CommandDraft choose(SlackUser user, SlackView view, FormState state, Field field) {
        ObjectNode action = payloads.action(field.type(), field.blockId(), field.actionId());
        action.setAll((ObjectNode) state.values().path(field.blockId()).path(field.actionId()));
        return act(user, view, state, action);
    }

    private CommandDraft act(SlackUser user, SlackView view, FormState state, ObjectNode action) {
        ObjectNode payload = payloads.start("block_actions", user);
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.put("trigger_id", trigger(user, view));
        payload.set("view", json.draw(view, state.values()));
        payload.putArray("actions").add(action);
        return payloads.draft(payload, "", new PressReception(views, view));
    }

    /** Asks the app what could be chosen, and answers what it offers. */
    public List<Option> suggest(
            SlackUser user, SlackView view, FormState state, Field field, String query) {
        Suggestions suggestions = new Suggestions();
        suggestion(user, view, state, field, query, suggestions).send();
        return suggestions.options();
    }

    /** Drafts the question what could be chosen; the options are in the body of the answer. */
    public CommandDraft suggestion(
            SlackUser user, SlackView view, FormState state, Field field, String query) {
        return suggestion(user, view, state, field, query, new Suggestions());
    }

    private CommandDraft suggestion(
            SlackUser user,
            SlackView view,
            FormState state,
            Field field,
            String query,
            Reception reception) {
        ObjectNode payload = payloads.start("block_suggestion", user);
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.put("action_id", field.actionId())
                .put("block_id", field.blockId())
                .put("value", query);
        payload.set("view", json.draw(view, state.values()));
        return payloads.draft(payload, "", reception);
    }

    private String trigger(SlackUser user, SlackView view) {
        return view.type().equals("home")
                ? payloads.workspace().triggers().mint(user.id())
                : payloads.workspace().triggers().mintIn(view.id(), user.id());
    }
}
