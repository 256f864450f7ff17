package org.consoleme.slacktwin.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.consoleme.slacktwin.http.Call;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.http.Reply;
import org.consoleme.slacktwin.modal.Option;

/** Turns what the page posts into deeds. Only the page itself may post: others are refused. */
final class PageActions {

    private static final int MAX_LINE = 8000;

    private final Hands hands;
    private final Map<String, Function<JsonNode, Reply>> byPath;

    PageActions(Hands hands) {
        this.hands = hands;
        this.byPath =
                Map.of(
                        "/page/type", this::type,
                        "/page/click", this::click,
                        "/page/shortcut", this::shortcut,
                        "/page/home", this::home,
                        "/page/submit", this::submit,
                        "/page/close", this::close,
                        "/page/press", this::press,
                        "/page/choose", this::choose,
                        "/page/suggest", this::suggest,
                        "/page/trouble", this::trouble);
    }

    boolean knows(String path) {
        return byPath.containsKey(path);
    }

    Reply handle(Call call) {
        if (!call.verb().equals("POST")) {
            return Reply.plain(405, "POST only").with("Allow", "POST");
        }
        if (!sameOrigin(call) || !call.mediaType().equals("application/json")) {
            return Reply.plain(403, "Only the twin's own page may type.");
        }
        try {
            return byPath.get(call.path()).apply(Json.read(call.text()).orElseGet(Json::object));
        } catch (IllegalArgumentException e) {
            return Reply.plain(400, e.getMessage());
        }
    }

    private static boolean sameOrigin(Call call) {
        boolean site = call.header("Sec-Fetch-Site").map("same-origin"::equals).orElse(true);
        String own = "http://" + call.header("Host").orElse("");
        return site && call.header("Origin").filter(own::equals).isPresent();
    }

    private Reply type(JsonNode body) {
        String line = text(body, "line").strip();
        if (line.isEmpty() || line.length() > MAX_LINE) {
            return Reply.plain(400, "A line has 1 to " + MAX_LINE + " characters.");
        }
        hands.type(user(body), text(body, "channel"), maybe(body, "thread"), line);
        return done();
    }

    private Reply click(JsonNode body) {
        hands.click(
                user(body),
                text(body, "channel"),
                text(body, "ts"),
                text(body, "action"),
                text(body, "value"));
        return done();
    }

    private Reply shortcut(JsonNode body) {
        hands.shortcut(
                user(body), text(body, "channel"), text(body, "callback"), maybe(body, "ts"));
        return done();
    }

    private Reply home(JsonNode body) {
        hands.home(user(body));
        return done();
    }

    private Reply submit(JsonNode body) {
        hands.submit(user(body), text(body, "view"), values(body));
        return done();
    }

    private Reply close(JsonNode body) {
        hands.close(user(body), text(body, "view"), values(body));
        return done();
    }

    private Reply press(JsonNode body) {
        hands.press(
                user(body),
                text(body, "view"),
                text(body, "action"),
                text(body, "value"),
                values(body));
        return done();
    }

    private Reply choose(JsonNode body) {
        hands.choose(user(body), text(body, "view"), text(body, "field"), values(body));
        return done();
    }

    private Reply suggest(JsonNode body) {
        ArrayNode options = Json.array();
        List<Option> found =
                hands.suggest(
                        user(body),
                        text(body, "view"),
                        text(body, "field"),
                        text(body, "query"),
                        values(body));
        found.forEach(
                o ->
                        options.addObject()
                                .put("group", o.group())
                                .put("text", o.text())
                                .put("value", o.value())
                                .put("what", o.description()));
        return Reply.json(200, Json.object().set("options", options));
    }

    private Reply trouble(JsonNode body) {
        hands.trouble(Trouble.valueOf(text(body, "kind")));
        return done();
    }

    private static Reply done() {
        return Reply.json(200, Json.object().put("ok", true));
    }

    private static String user(JsonNode body) {
        return text(body, "user");
    }

    private static String text(JsonNode body, String name) {
        return body.path(name).asText();
    }

    private static Optional<String> maybe(JsonNode body, String name) {
        return Optional.of(text(body, name)).filter(t -> !t.isEmpty());
    }

    private static Map<String, Object> values(JsonNode body) {
        Map<String, Object> values = new LinkedHashMap<>();
        body.path("values").properties().forEach(e -> values.put(e.getKey(), value(e.getValue())));
        return values;
    }

    private static Object value(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> several = new ArrayList<>();
        value.forEach(v -> several.add(v.asText()));
        return several;
    }
}
