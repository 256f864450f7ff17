package org.consoleme.slacktwin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.http.Reply;
import org.consoleme.slacktwin.modal.Option;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.Test;

class FormTest extends WithModals {

    @Test
    void aSubmissionCarriesWhatTheFieldsHold() throws Exception {
        SlackView view = opened(Modals.request());
        next.set(Reply.json(200, Map.of("options", List.of(Modals.option("admin", "a-1")))));
        List<Option> offered = engineer.suggest(view, "Role", "adm");
        Form form = engineer.form(view).put("Role", "admin");
        form.suggest("Role", "adm");
        next.set(Reply.plain(200, ""));
        AppAnswer answer =
                form.put("How long", "4 h")
                        .put("Why", "INC-1")
                        .put("Notify", List.of("dm"))
                        .submit();

        JsonNode payload = payload(app.calls().getLast());
        JsonNode values = payload.at("/view/state/values");
        assertThat(offered).extracting(Option::text).containsExactly("admin");
        assertThat(answer.error()).isEmpty();
        assertThat(payload.path("type").asText()).isEqualTo("view_submission");
        assertThat(payload.at("/view/private_metadata").asText()).isEqualTo("handle-1");
        assertThat(payload.at("/view/callback_id").asText()).isEqualTo("requests.ask");
        assertThat(values.at("/role/pick/selected_option/value").asText()).isEqualTo("a-1");
        assertThat(values.at("/length/pick/selected_option/value").asText()).isEqualTo("PT4H");
        assertThat(values.at("/why/text/value").asText()).isEqualTo("INC-1");
        assertThat(values.at("/notify/pick/selected_options/0/value").asText()).isEqualTo("dm");
        assertThat(values.at("/ticket/text/value").isNull()).isTrue();
        assertThat(engineer.modal()).isEmpty();
    }

    @Test
    void whatIsRequiredIsAskedForBySlackItself() throws Exception {
        SlackView view = opened(Modals.request());
        int before = app.calls().size();
        AppAnswer answer = engineer.submit(view, Map.of("Why", "INC-1"));

        assertThat(answer.error()).isEqualTo("incomplete");
        assertThat(app.calls()).hasSize(before);
        assertThat(engineer.modal().orElseThrow().errors())
                .containsEntry("role", "Please complete this required field.")
                .doesNotContainKey("why");
    }

    @Test
    void theAppAnswersWithErrorsAnotherViewOrTheEndOfAll() throws Exception {
        SlackView view = opened(Modals.note("first"));
        next.set(answer("errors", "errors", Map.of("why", "too short")));
        engineer.submit(view, Map.of("Why", "x"));
        assertThat(engineer.modal().orElseThrow().errors()).containsEntry("why", "too short");

        next.set(answer("update", "view", Json.read(Modals.note("second")).orElseThrow()));
        engineer.submit(engineer.modal().orElseThrow(), Map.of("Why", "x"));
        assertThat(engineer.modal().orElseThrow().title()).isEqualTo("second");
        assertThat(engineer.modal().orElseThrow().id()).isEqualTo(view.id());

        next.set(answer("push", "view", Json.read(Modals.note("third")).orElseThrow()));
        engineer.submit(engineer.modal().orElseThrow(), Map.of("Why", "x"));
        SlackView third = engineer.modal().orElseThrow();
        assertThat(third.title()).isEqualTo("third");
        assertThat(third.previousId()).contains(view.id());

        engineer.form(third).close();
        assertThat(engineer.modal().orElseThrow().title()).isEqualTo("second");

        next.set(answer("clear", "x", ""));
        engineer.submit(engineer.modal().orElseThrow(), Map.of("Why", "x"));
        assertThat(engineer.modal()).isEmpty();
    }

    @Test
    void anAnswerThatSlackDoesNotTakeLeavesTheModalWithAWord() throws Exception {
        SlackView view = opened(Modals.note("first"));
        next.set(answer("errors", "errors", Map.of("nowhere", "x")));
        AppAnswer unknownBlock = engineer.submit(view, Map.of("Why", "x"));
        next.set(Reply.plain(503, ""));
        AppAnswer failed = engineer.submit(view, Map.of("Why", "x"));

        assertThat(unknownBlock.error()).isEqualTo("invalid_view_response");
        assertThat(failed.error()).isEqualTo("dispatch_failed");
        assertThat(engineer.modal().orElseThrow().errors().get(SlackView.GENERAL))
                .startsWith("We had some trouble connecting");
    }

    @Test
    void aPressInAModalCarriesItsStateAndATriggerThatPushes() throws Exception {
        SlackView view = opened(Modals.note("one"));
        engineer.form(view).put("Why", "so far").press("More");

        JsonNode payload = payload(app.calls().getLast());
        assertThat(payload.at("/container/view_id").asText()).isEqualTo(view.id());
        assertThat(payload.at("/actions/0/action_id").asText()).isEqualTo("more");
        assertThat(payload.at("/view/state/values/why/text/value").asText()).isEqualTo("so far");
        assertThat(payload.has("response_url")).isFalse();
        assertThat(payload.has("channel")).isFalse();
    }

    @Test
    void suggestionsBeyondSlacksLimitsAreNotShown() throws Exception {
        SlackView view = opened(Modals.request());
        next.set(Reply.json(200, Map.of("options", List.of(Modals.option("x".repeat(76), "v")))));
        assertThat(engineer.suggest(view, "Role", "xxx")).isEmpty();
        next.set(Reply.json(200, Map.of("options", List.of(Modals.option("x", "v".repeat(151))))));
        assertThat(engineer.suggest(view, "Role", "xxx")).isEmpty();
        assertThat(twin.outbound().to("acknowledgement").getLast().error())
                .isEqualTo("invalid_suggestion_response");
        int before = app.calls().size();
        assertThat(engineer.suggest(view, "Role", "x")).isEmpty();
        assertThat(app.calls()).hasSize(before);
        assertThatThrownBy(() -> engineer.form(view).put("How long", "9 h").composeSubmit())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
