package org.consoleme.slacktwin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.consoleme.slacktwin.http.Form;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.http.Reply;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page's script posts, without the page. */
class PageModalTest {

    private final AtomicReference<Reply> next = new AtomicReference<>(Reply.plain(200, ""));
    private final FakeApp app = new FakeApp(call -> next.get());
    private final TwinServer twin = TwinServer.start(TwinSettings.defaults(app.requestUrl()));

    @AfterEach
    void close() {
        twin.close();
        app.close();
    }

    @Test
    void aModalIsDrawnFilledInAndSubmitted() {
        SlackView view = show(Modals.request().replace("Why", "Why <b>"));
        JsonNode modal = view(TwinSettings.ENGINEER).path("modal");
        next.set(Reply.json(200, Map.of("options", List.of(Modals.option("admin", "a-1")))));
        ObjectNode typed = entry(view).put("field", "role/pick").put("query", "adm");
        JsonNode offered = Json.read(post("/page/suggest", typed).body()).orElseThrow();
        next.set(Reply.plain(200, ""));
        ObjectNode filled = entry(view);
        filled.putObject("values")
                .put("role/pick", "a-1")
                .put("length/pick", "PT4H")
                .put("why/text", "INC-1")
                .putArray("notify/pick")
                .add("dm");
        HttpResponse<String> sent = post("/page/submit", filled);

        JsonNode values = payload().at("/view/state/values");
        assertThat(modal.path("html").asText())
                .contains("data-field=\"role/pick\"", "Why &lt;b&gt;", "maxlength=\"300\"")
                .doesNotContain("Why <b>");
        assertThat(modal.at("/sent/measures/0/limit").asInt()).isEqualTo(100);
        assertThat(offered.at("/options/0/text").asText()).isEqualTo("admin");
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(values.at("/role/pick/selected_option/text/text").asText()).isEqualTo("admin");
        assertThat(values.at("/notify/pick/selected_options/0/value").asText()).isEqualTo("dm");
        assertThat(view(TwinSettings.ENGINEER).has("modal")).isFalse();
        assertThat(view(TwinSettings.APPROVER).has("modal")).isFalse();
    }

    @Test
    void nobodySubmitsAnothersModal() {
        SlackView view = show(Modals.note("mine"));
        ObjectNode others = entry(view).put("user", TwinSettings.APPROVER);

        assertThat(post("/page/submit", others).statusCode()).isEqualTo(400);
        assertThat(app.calls()).isEmpty();
    }

    @Test
    void buttonsInAModalArePressedAndTheModalIsClosed() {
        SlackView view = show(Modals.note("mine"));
        post("/page/press", entry(view).put("action", "more").put("value", ""));
        assertThat(payload().at("/actions/0/block_id").asText()).isEqualTo("deeds");
        post("/page/close", entry(view));
        assertThat(view(TwinSettings.ENGINEER).has("modal")).isFalse();
    }

    @Test
    void slackCanBeMadeIllAndWellAgain() {
        assertThat(trouble("THROTTLED").statusCode()).isEqualTo(200);
        assertThat(authTest()).isEqualTo(429);
        JsonNode wire = Json.read(Wire.get(twin.origin() + "/page/wire").body()).orElseThrow();
        assertThat(wire.path("trouble").asText()).isEqualTo("THROTTLED");
        assertThat(wire.at("/calls/0/error").asText()).isEqualTo("ratelimited");
        assertThat(trouble("NONE").statusCode()).isEqualTo(200);
        assertThat(authTest()).isEqualTo(200);
        assertThat(trouble("RAIN").statusCode()).isEqualTo(400);
    }

    @Test
    void aHomeTabOutlivesARestart(@TempDir Path folder) {
        TwinSettings kept =
                TwinSettings.defaults(app.requestUrl()).withStateFile(folder.resolve("twin.json"));
        String home = "{\"type\":\"home\",\"blocks\":[{\"type\":\"divider\"}]}";
        try (TwinServer first = TwinServer.start(kept)) {
            String body = "{\"user_id\":\"" + TwinSettings.ENGINEER + "\",\"view\":" + home + "}";
            String token = "Bearer " + kept.app().botToken();
            assertThat(
                            Wire.post(
                                            first.apiUrl() + "views.publish",
                                            body,
                                            "Authorization",
                                            token)
                                    .body())
                    .contains("\"ok\":true");
        }
        try (TwinServer second = TwinServer.start(kept)) {
            assertThat(
                            second.workspace()
                                    .views()
                                    .home(TwinSettings.ENGINEER)
                                    .orElseThrow()
                                    .blocks())
                    .hasSize(1);
        }
    }

    @Test
    void aStateFileOfBeforeHomeTabsAndGroupsIsRead(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("twin.json"),
                        "{\"version\":1,\"people\":[],\"channels\":[],\"messages\":[]}");
        TwinSettings kept = TwinSettings.defaults(app.requestUrl()).withStateFile(file);
        try (TwinServer again = TwinServer.start(kept)) {
            assertThat(again.workspace().views().homes()).isEmpty();
            assertThat(again.workspace().groups().all()).isEmpty();
        }
    }

    private SlackView show(String view) {
        return twin.workspace()
                .views()
                .open(TwinSettings.ENGINEER, Json.read(view).orElseThrow(), "views.open");
    }

    private static ObjectNode entry(SlackView view) {
        return Json.object().put("user", TwinSettings.ENGINEER).put("view", view.id());
    }

    private HttpResponse<String> trouble(String kind) {
        return post("/page/trouble", Json.object().put("kind", kind));
    }

    private int authTest() {
        String token = "Bearer " + TwinSettings.defaults(app.requestUrl()).app().botToken();
        return Wire.post(twin.apiUrl() + "auth.test", "{}", "Authorization", token).statusCode();
    }

    private HttpResponse<String> post(String path, ObjectNode body) {
        return Wire.post(twin.origin() + path, Json.write(body), "Origin", twin.origin());
    }

    private JsonNode view(String user) {
        return Json.read(Wire.get(twin.origin() + "/page/view?user=" + user).body()).orElseThrow();
    }

    private JsonNode payload() {
        return Json.read(Form.parse(app.calls().getLast().text()).get("payload")).orElseThrow();
    }
}
