package org.consoleme.slacktwin.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.consoleme.slacktwin.blocks.Measure;
import org.consoleme.slacktwin.draw.Html;
import org.consoleme.slacktwin.draw.PlainText;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.http.OutboundCall;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.consoleme.slacktwin.workspace.Workspace;

/** Messages, modals and what the app sent, as JSON for the page. */
record MessageView(Workspace workspace, Html html, PlainText plain) {

    ObjectNode draw(Message message) {
        ObjectNode drawn =
                Json.object()
                        .put("ts", message.ts())
                        .put("author", workspace.nameOf(message.author()))
                        .put("authorId", message.author())
                        .put("app", message.author().equals(workspace.bot().id()))
                        .put("ephemeral", message.ephemeral())
                        .put("edited", message.revision() > 0)
                        .put("revision", message.revision())
                        .put("html", html.draw(message))
                        .put("plain", plain.draw(message));
        message.threadTs().ifPresent(t -> drawn.put("thread", t));
        if (message.author().equals(workspace.bot().id())) {
            ObjectNode sent =
                    sent(message.content().via(), Measure.of(message.text(), message.blocks()))
                            .put("noFallback", message.text().isEmpty());
            drawn.set("sent", sent.set("payload", message.content().payload()));
        }
        return drawn;
    }

    ObjectNode draw(SlackView view) {
        ObjectNode drawn =
                Json.object()
                        .put("id", view.id())
                        .put("hash", view.hash())
                        .put("title", view.title())
                        .put("submit", view.definition().at("/submit/text").asText())
                        .put("close", view.definition().at("/close/text").asText("Cancel"))
                        .put("depth", workspace.views().stack(view.user()).size())
                        .put("html", html.draw(view.blocks()));
        drawn.set("errors", Json.tree(view.errors()));
        ObjectNode sent = sent(view.via(), Measure.ofView(view.definition()));
        return drawn.set("sent", sent.set("payload", view.definition()));
    }

    private static ObjectNode sent(String via, List<Measure> measures) {
        ObjectNode sent =
                Json.object()
                        .put("via", via)
                        .put("fits", measures.stream().allMatch(Measure::fits));
        return sent.set("measures", Json.tree(measures));
    }

    /** A call of the app. */
    ObjectNode draw(OutboundCall call) {
        ObjectNode drawn =
                Json.object()
                        .put("at", call.at().toEpochMilli() / 1000.0)
                        .put("via", call.method())
                        .put("where", where(call.channel()))
                        .put("error", call.error())
                        .put("size", call.sent().strip().length());
        ArrayNode reasons = drawn.putArray("reasons");
        call.reasons().forEach(reasons::add);
        return drawn;
    }

    private String where(String channel) {
        return workspace
                .channels()
                .find(channel)
                .map(
                        c ->
                                c.direct()
                                        ? "@"
                                                + String.join(
                                                        ", ",
                                                        c.members().stream()
                                                                .filter(
                                                                        m ->
                                                                                !m.equals(
                                                                                        workspace
                                                                                                .bot()
                                                                                                .id()))
                                                                .map(workspace::nameOf)
                                                                .toList())
                                        : "#" + c.name())
                .orElse("");
    }
}
