package org.consoleme.slacktwin.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.consoleme.slacktwin.http.Call;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.http.Reply;

/** Serves the page and its JSON. */
public final class TwinPage {

    private static final Duration LONG_POLL = Duration.ofSeconds(20);
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final Map<String, String> FILES =
            Map.ofEntries(
                    Map.entry("/", "text/html; charset=utf-8"),
                    Map.entry("/twin.css", "text/css; charset=utf-8"),
                    Map.entry("/modal.css", "text/css; charset=utf-8"),
                    Map.entry("/twin.js", SCRIPT),
                    Map.entry("/pane.js", SCRIPT),
                    Map.entry("/message.js", SCRIPT),
                    Map.entry("/guide.js", SCRIPT),
                    Map.entry("/completion.js", SCRIPT),
                    Map.entry("/modal.js", SCRIPT),
                    Map.entry("/typeahead.js", SCRIPT),
                    Map.entry("/confirm.js", SCRIPT),
                    Map.entry("/strip.js", SCRIPT),
                    Map.entry("/fields.js", SCRIPT),
                    Map.entry("/home.js", SCRIPT),
                    Map.entry("/wire.js", SCRIPT),
                    Map.entry("/icon.svg", "image/svg+xml"));

    private final View view;
    private final String command;
    private final List<SubCommand> subCommands;
    private final List<Shortcut> shortcuts;
    private final PageActions actions;

    public TwinPage(
            View view,
            String command,
            List<SubCommand> subCommands,
            List<Shortcut> shortcuts,
            Hands hands) {
        this.view = view;
        this.command = command;
        this.subCommands = subCommands;
        this.shortcuts = shortcuts;
        this.actions = new PageActions(hands);
    }

    public Reply handle(Call call) {
        if (actions.knows(call.path())) {
            return actions.handle(call);
        }
        return switch (call.path()) {
            case "/page/start" -> Reply.json(200, start());
            case "/page/view" -> view(call);
            case "/page/wire" -> Reply.json(200, view.wire());
            case "/page/changes" -> Reply.json(200, view.changed(since(call), LONG_POLL));
            default -> file(call.path().startsWith("/archives/") ? "/" : call.path());
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
        start.set("subCommands", Json.tree(subCommands));
        start.set("shortcuts", Json.tree(shortcuts));
        ArrayNode troubles = start.putArray("troubles");
        for (Trouble trouble : Trouble.values()) {
            troubles.addObject().put("kind", trouble.name()).put("words", trouble.words());
        }
        return start;
    }

    private static long since(Call call) {
        try {
            return Long.parseLong(call.queryFields().getOrDefault("since", "-1"));
        } catch (NumberFormatException e) {
            return -1;
        }
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
