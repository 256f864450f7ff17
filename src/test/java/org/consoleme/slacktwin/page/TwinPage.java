package org.consoleme.slacktwin.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.consoleme.slacktwin.http.Call;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.http.Reply;

/** Serves the page and its JSON. Only the page itself may type: other origins are refused. */
public final class TwinPage {

    private static final Duration LONG_POLL = Duration.ofSeconds(20);
    private static final int MAX_LINE = 8000;
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> FILES =
            Map.of(
                    "/", "text/html; charset=utf-8",
                    "/twin.css", "text/css; charset=utf-8",
                    "/twin.js", "text/javascript; charset=utf-8",
                    "/pane.js", "text/javascript; charset=utf-8",
                    "/message.js", "text/javascript; charset=utf-8",
                    "/guide.js", "text/javascript; charset=utf-8",
                    "/completion.js", "text/javascript; charset=utf-8",
                    "/icon.svg", "image/svg+xml");

    private final View view;
    private final String command;
    private final List<SubCommand> subCommands;
    private final Typed typed;
    private final Clicked clicked;

    public TwinPage(
            View view, String command, List<SubCommand> subCommands, Typed typed, Clicked clicked) {
        this.view = view;
        this.command = command;
        this.subCommands = subCommands;
        this.typed = typed;
        this.clicked = clicked;
    }

    public Reply handle(Call call) {
        return switch (call.path()) {
            case "/page/start" -> Reply.json(200, start());
            case "/page/view" -> view(call);
            case "/page/changes" -> Reply.json(200, view.changed(since(call), LONG_POLL));
            case "/page/type" -> fromPage(call, this::type);
            case "/page/click" -> fromPage(call, this::click);
            default -> file(call.path());
        };
    }

    private Reply view(Call call) {
        Map<String, String> query = call.queryFields();
        try {
            return Reply.json(
                    200,
                    view.of(query.getOrDefault("user", ""), query.getOrDefault("channel", "")));
        } catch (IllegalArgumentException e) {
            return Reply.plain(404, e.getMessage());
        }
    }

    private ObjectNode start() {
        ObjectNode start = view.people().put("command", command);
        return start.set("subCommands", Json.tree(subCommands));
    }

    private static long since(Call call) {
        try {
            return Long.parseLong(call.queryFields().getOrDefault("since", "-1"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Reply fromPage(Call call, Function<JsonNode, Reply> act) {
        if (!call.verb().equals("POST")) {
            return Reply.plain(405, "POST only").with("Allow", "POST");
        }
        if (!sameOrigin(call) || !call.mediaType().equals("application/json")) {
            return Reply.plain(403, "Only the twin's own page may type.");
        }
        try {
            return act.apply(Json.read(call.text()).orElseGet(Json::object));
        } catch (IllegalArgumentException e) {
            return Reply.plain(400, e.getMessage());
        }
    }

    private Reply type(JsonNode body) {
        String line = body.path("line").asText().strip();
        if (line.isEmpty() || line.length() > MAX_LINE) {
            return Reply.plain(400, "A line has 1 to " + MAX_LINE + " characters.");
        }
        typed.line(body.path("user").asText(), body.path("channel").asText(), line);
        return Reply.json(200, Json.object().put("ok", true));
    }

    private Reply click(JsonNode body) {
        clicked.button(
                body.path("user").asText(),
                body.path("channel").asText(),
                body.path("ts").asText(),
                body.path("action").asText(),
                body.path("value").asText());
        return Reply.json(200, Json.object().put("ok", true));
    }

    private static boolean sameOrigin(Call call) {
        boolean site = call.header("Sec-Fetch-Site").map("same-origin"::equals).orElse(true);
        String own = "http://" + call.header("Host").orElse("");
        return site && call.header("Origin").filter(own::equals).isPresent();
    }

    private static Reply file(String path) {
        String type = FILES.get(path);
        if (type == null) {
            return Reply.plain(404, "The twin has no such page.");
        }
        String name = path.equals("/") ? "/index.html" : path;
        try (InputStream resource = TwinPage.class.getResourceAsStream("/slacktwin" + name)) {
            if (resource == null) {
                throw new IllegalStateException("missing from the class path: slacktwin" + name);
            }
            return Reply.bytes(type, resource.readAllBytes())
                    .with("Content-Security-Policy", POLICY)
                    .with("Referrer-Policy", "no-referrer")
                    .with("Cache-Control", "no-store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
