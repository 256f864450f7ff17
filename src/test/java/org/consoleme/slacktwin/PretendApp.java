package org.consoleme.slacktwin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.consoleme.slacktwin.http.Call;
import org.consoleme.slacktwin.http.Form;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.http.Reply;

/** An app that asks and approves as ours does, in a few lines: for walks through the page. */
final class PretendApp implements AutoCloseable {

    private static final String INVITATION =
            """
            {"blocks":[
              {"type":"section","text":{"type":"mrkdwn","text":"I don't know you yet."}},
              {"type":"actions","elements":[{"type":"button","url":"https://example.com/link/1",
                "action_id":"link.open","text":{"type":"plain_text","text":"Sign in once"}}]}]}
            """;

    private boolean known = true;
    private final FakeApp app = new FakeApp(this::answer);
    final TwinServer twin =
            TwinServer.start(TwinSettings.defaults(app.requestUrl()).withEvents("app_home_opened"));

    private Reply answer(Call call) {
        if (call.mediaType().equals("application/json")) {
            return home(Json.read(call.text()).orElseThrow().at("/event/user").asText());
        }
        Map<String, String> fields = Form.parse(call.text());
        return fields.containsKey("payload")
                ? interaction(Json.read(fields.get("payload")).orElseThrow())
                : command(fields);
    }

    /** As ours does the first time: who that is has to be known before anything else. */
    void knowNobodyYet() {
        known = false;
    }

    private Reply command(Map<String, String> fields) {
        if (!known) {
            known = true;
            return Reply.text(200, "application/json", INVITATION);
        }
        if (!fields.get("text").startsWith("request")) {
            return Reply.json(
                    200,
                    Map.of(
                            "text",
                            "admin in sandbox: `weep file admin`, or <https://example.com/go/1|open the AWS console>"));
        }
        return open(fields.get("trigger_id"), Modals.request());
    }

    private Reply interaction(JsonNode payload) {
        String trigger = payload.path("trigger_id").asText();
        return switch (payload.path("type").asText()) {
            case "block_suggestion" -> suggestions(payload.path("value").asText());
            case "shortcut" -> open(trigger, Modals.request());
            case "block_actions" ->
                    open(trigger, Modals.note("Approve").replace("Save", "Approve"));
            default -> submitted(payload);
        };
    }

    private Reply submitted(JsonNode payload) {
        String why = payload.at("/view/state/values/why/text/value").asText();
        if (why.length() < 4) {
            return Reply.json(
                    200,
                    Map.of(
                            "response_action",
                            "errors",
                            "errors",
                            Map.of("why", "Say a little more.")));
        }
        if (payload.at("/view/callback_id").asText().equals("requests.ask")) {
            call("chat.postMessage", Cards.waiting(why));
        } else {
            String ts = twin.workspace().messages().in(TwinSettings.APPROVALS).getLast().ts();
            call("chat.update", Cards.applied(why).put("ts", ts));
            call("chat.postMessage", Cards.applied(why).put("thread_ts", ts));
        }
        return Reply.plain(200, "");
    }

    private static Reply suggestions(String query) {
        List<Map<String, Object>> options =
                IntStream.rangeClosed(1, 12)
                        .mapToObj(i -> Modals.option(query + "-role-" + i, "role-" + i))
                        .toList();
        Map<String, Object> label = Map.of("type", "plain_text", "text", "billing-prod");
        return Reply.json(
                200, Map.of("option_groups", List.of(Map.of("label", label, "options", options))));
    }

    private Reply home(String user) {
        ObjectNode view = Json.object().put("type", "home");
        view.set("blocks", Cards.waiting("Rotate the key").path("blocks"));
        call("views.publish", Json.object().put("user_id", user).set("view", view));
        return Reply.plain(200, "");
    }

    private Reply open(String trigger, String view) {
        call(
                "views.open",
                Json.object()
                        .put("trigger_id", trigger)
                        .set("view", Json.read(view).orElseThrow()));
        return Reply.plain(200, "");
    }

    private void call(String method, JsonNode body) {
        String token = TwinSettings.defaults(app.requestUrl()).app().botToken();
        Wire.post(twin.apiUrl() + method, Json.write(body), "Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        twin.close();
        app.close();
    }
}
