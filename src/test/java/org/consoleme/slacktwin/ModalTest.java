package org.consoleme.slacktwin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.http.Call;
import org.consoleme.slacktwin.http.Form;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.http.Reply;
import org.consoleme.slacktwin.modal.Option;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModalTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final TickingClock clock = new TickingClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final AtomicReference<Reply> next = new AtomicReference<>(Reply.plain(200, ""));
    private final FakeApp app = new FakeApp(call -> next.get());
    private final TwinSettings settings = TwinSettings.defaults(app.requestUrl()).withClock(clock);
    private final TwinServer twin = TwinServer.start(settings);
    private final Slack slack = Slack.getInstance(config());
    private final MethodsClient client = slack.methods(settings.app().botToken());
    private final Actor engineer = twin.actAs(TwinSettings.ENGINEER);

    @AfterEach
    void close() throws Exception {
        slack.close();
        twin.close();
        app.close();
    }

    private SlackConfig config() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(twin.apiUrl());
        return config;
    }

    @Test
    void aTriggerOpensOneModalWithinThreeSeconds() throws Exception {
        String first = engineer.compose("/consoleme request").field("trigger_id");
        String late = engineer.compose("/consoleme request").field("trigger_id");

        assertThat(open(first, Modals.request())).isNull();
        assertThat(open(first, Modals.request())).isEqualTo("exchanged_trigger_id");
        clock.pass(Duration.ofSeconds(3));
        assertThat(open(late, Modals.request())).isEqualTo("expired_trigger_id");
        assertThat(open("1.2.x", Modals.request())).isEqualTo("invalid_trigger_id");
        assertThat(twin.awaitModal(TwinSettings.ENGINEER, SOON).title())
                .isEqualTo("Request access");
        assertThat(twin.actAs(TwinSettings.APPROVER).modal()).isEmpty();
    }

    @Test
    void aViewBeyondALimitIsRefusedWithTheReason() throws Exception {
        String trigger = engineer.compose("/consoleme request").field("trigger_id");
        String title = Modals.request().replace("Request access", "x".repeat(25));
        String metadata = Modals.request().replace("handle-1", "x".repeat(3001));

        assertThat(open(trigger, title)).isEqualTo("invalid_arguments");
        assertThat(twin.outbound().to("views.open").getLast().reasons())
                .contains("must be less than 25 characters [json-pointer:/view/title/text]");
        assertThat(open(trigger, metadata)).isEqualTo("invalid_arguments");
        assertThat(open(trigger, Modals.request().replace("\"submit\"", "\"sumbit\"")))
                .isEqualTo("invalid_arguments");
        assertThat(open(trigger, Modals.request())).isNull();
    }

    @Test
    void aSubmissionCarriesWhatTheFieldsHold() throws Exception {
        SlackView view = opened(Modals.request());
        next.set(Reply.json(200, Map.of("options", List.of(Modals.option("admin", "a-1")))));
        List<Option> offered = engineer.suggest(view, "Role", "adm");
        org.consoleme.slacktwin.Form form = engineer.form(view).put("Role", "admin");
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
    void threeModalsLieOnEachOtherAndNoFourth() throws Exception {
        opened(Modals.note("one"));
        for (String title : List.of("two", "three")) {
            assertThat(push(Modals.note(title))).isNull();
        }

        assertThat(push(Modals.note("four"))).isEqualTo("push_limit_reached");
        assertThat(twin.workspace().views().stack(TwinSettings.ENGINEER)).hasSize(3);
    }

    @Test
    void anUpdateWithAnOldHashIsRefused() throws Exception {
        SlackView view = opened(Modals.note("one"));
        assertThat(update(view.id(), view.hash(), Modals.note("two"))).isNull();
        assertThat(update(view.id(), view.hash(), Modals.note("three"))).isEqualTo("hash_conflict");
        assertThat(update("V0GONE", null, Modals.note("three"))).isEqualTo("not_found");
        assertThat(engineer.modal().orElseThrow().title()).isEqualTo("two");
    }

    @Test
    void closingIsToldWhereTheViewAsksForIt() throws Exception {
        engineer.form(opened(Modals.note("quiet"))).close();
        int before = app.calls().size();
        String asking =
                Modals.note("loud").replace("\"modal\"", "\"modal\",\"notify_on_close\":true");
        engineer.form(opened(asking)).close();

        JsonNode payload = payload(app.calls().getLast());
        assertThat(app.calls()).hasSize(before + 1);
        assertThat(payload.path("type").asText()).isEqualTo("view_closed");
        assertThat(payload.path("is_cleared").asBoolean()).isFalse();
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

    private static Reply answer(String action, String name, Object value) {
        return Reply.json(200, Map.of("response_action", action, name, value));
    }

    private SlackView opened(String view) throws Exception {
        assertThat(open(engineer.compose("/consoleme request").field("trigger_id"), view)).isNull();
        return engineer.modal().orElseThrow();
    }

    private String open(String trigger, String view) throws Exception {
        return client.viewsOpen(r -> r.triggerId(trigger).viewAsString(view)).getError();
    }

    private String push(String view) throws Exception {
        String trigger =
                engineer.form(engineer.modal().orElseThrow())
                        .composePress("More")
                        .payload()
                        .path("trigger_id")
                        .asText();
        return client.viewsPush(r -> r.triggerId(trigger).viewAsString(view)).getError();
    }

    private String update(String id, String hash, String view) throws Exception {
        return client.viewsUpdate(r -> r.viewId(id).hash(hash).viewAsString(view)).getError();
    }

    private static JsonNode payload(Call call) {
        return Json.read(Form.parse(call.text()).get("payload")).orElseThrow();
    }
}
