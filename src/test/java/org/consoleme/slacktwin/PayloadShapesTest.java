package org.consoleme.slacktwin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.events.payload.AppHomeOpenedPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.views.payload.ViewClosedPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.Test;

/**
 * What the twin sends, read by Slack's own classes; a field that they do not know fails the test.
 */
class PayloadShapesTest extends WithModals {

    private final Gson gson = GsonFactory.createSnakeCase(strict());

    private static SlackConfig strict() {
        SlackConfig config = new SlackConfig();
        config.setLibraryMaintainerMode(true);
        return config;
    }

    private <T> T read(CommandDraft draft, Class<T> type) {
        return gson.fromJson(Json.write(draft.payload()), type);
    }

    @Test
    void whatComesFromAModalIsWhatSlacksClassesExpect() throws Exception {
        SlackView view = opened(Modals.request());
        Form form =
                engineer.form(view)
                        .offered("Role", Modals.options("admin", "a-1"))
                        .put("Role", "admin")
                        .put("Why", "INC-1");
        var submitted = read(form.composeSubmit(), ViewSubmissionPayload.class);
        var closed = read(form.composeClose(), ViewClosedPayload.class);
        // Slack sends the view_id there too, which its own class does not know
        CommandDraft question =
                form.composeSuggest("Role", "adm")
                        .bend(p -> p.withObject("/container").remove("view_id"));
        var asked = read(question, BlockSuggestionPayload.class);

        var values = submitted.getView().getState().getValues();
        assertThat(values.get("role").get("pick").getSelectedOption().getValue()).isEqualTo("a-1");
        assertThat(values.get("why").get("text").getValue()).isEqualTo("INC-1");
        assertThat(submitted.getView().getPrivateMetadata()).isEqualTo("handle-1");
        assertThat(submitted.getTeam().getId()).isEqualTo(TwinSettings.TEAM);
        assertThat(closed.getView().getId()).isEqualTo(view.id());
        assertThat(asked.getValue()).isEqualTo("adm");
        assertThat(asked.getActionId()).isEqualTo("pick");
    }

    @Test
    void whatIsPressedIsWhatSlacksClassesExpect() throws Exception {
        SlackView view = opened(Modals.note("one"));
        Message card = card();
        var inModal = read(engineer.form(view).composePress("More"), BlockActionPayload.class);
        Actor approver = twin.actAs(TwinSettings.APPROVER).in(TwinSettings.APPROVALS);
        var inChannel = read(approver.composeClick(card, "Approve"), BlockActionPayload.class);

        assertThat(inModal.getContainer().getViewId()).isEqualTo(view.id());
        assertThat(inModal.getActions().getFirst().getActionId()).isEqualTo("more");
        assertThat(inChannel.getContainer().getChannelId()).isEqualTo(TwinSettings.APPROVALS);
        assertThat(inChannel.getMessage().getBotId()).isEqualTo(settings.app().botId());
        assertThat(inChannel.getActions().getFirst().getValue()).isEqualTo("r-1");
    }

    @Test
    void shortcutsAndEventsAreWhatSlacksClassesExpect() {
        Message card = card();
        Actor approver = twin.actAs(TwinSettings.APPROVER).in(TwinSettings.APPROVALS);
        var global = read(engineer.composeShortcut("requests.ask"), GlobalShortcutPayload.class);
        var onCard = read(approver.composeShortcut("why", card), MessageShortcutPayload.class);
        // Slack sends two more, which its own classes do not know
        List<String> unknown = List.of("context_team_id", "context_enterprise_id");
        CommandDraft event = engineer.composeOpenHome().bend(b -> b.remove(unknown));
        var opened = read(event, AppHomeOpenedPayload.class);

        assertThat(global.getCallbackId()).isEqualTo("requests.ask");
        assertThat(onCard.getMessage().getTs()).isEqualTo(card.ts());
        assertThat(opened.getEvent().getTab()).isEqualTo("home");
        assertThat(opened.getApiAppId()).isEqualTo(settings.app().appId());
    }

    private Message card() {
        Wire.post(
                twin.apiUrl() + "chat.postMessage",
                Json.write(Cards.waiting("Rotate the key")),
                "Authorization",
                "Bearer " + settings.app().botToken());
        return twin.workspace().messages().in(TwinSettings.APPROVALS).getLast();
    }
}
