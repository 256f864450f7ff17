package org.consoleme.slacktwin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.consoleme.slacktwin.http.Call;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.http.Reply;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;

/** A twin, an app that answers what the test says, and Slack's own client to open modals with. */
abstract class WithModals {

    final TickingClock clock = new TickingClock(Instant.parse("2026-03-01T12:00:00Z"));
    final AtomicReference<Reply> next = new AtomicReference<>(Reply.plain(200, ""));
    final FakeApp app = new FakeApp(call -> next.get());
    final TwinSettings settings = TwinSettings.defaults(app.requestUrl()).withClock(clock);
    final TwinServer twin = TwinServer.start(settings);
    final Slack slack = Slack.getInstance(config());
    final MethodsClient client = slack.methods(settings.app().botToken());
    final Actor engineer = twin.actAs(TwinSettings.ENGINEER);

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

    static Reply answer(String action, String name, Object value) {
        return Reply.json(200, Map.of("response_action", action, name, value));
    }

    SlackView opened(String view) throws Exception {
        assertThat(open(engineer.compose("/consoleme request").field("trigger_id"), view)).isNull();
        return engineer.modal().orElseThrow();
    }

    String open(String trigger, String view) throws Exception {
        return client.viewsOpen(r -> r.triggerId(trigger).viewAsString(view)).getError();
    }

    String push(String view) throws Exception {
        String trigger =
                engineer.form(engineer.modal().orElseThrow())
                        .composePress("More")
                        .payload()
                        .path("trigger_id")
                        .asText();
        return client.viewsPush(r -> r.triggerId(trigger).viewAsString(view)).getError();
    }

    String update(String id, String hash, String view) throws Exception {
        return client.viewsUpdate(r -> r.viewId(id).hash(hash).viewAsString(view)).getError();
    }

    static JsonNode payload(Call call) {
        Map<String, String> fields = org.consoleme.slacktwin.http.Form.parse(call.text());
        return Json.read(fields.get("payload")).orElseThrow();
    }
}
