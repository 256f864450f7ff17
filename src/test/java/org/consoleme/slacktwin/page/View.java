package org.consoleme.slacktwin.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.consoleme.slacktwin.blocks.Measure;
import org.consoleme.slacktwin.draw.Html;
import org.consoleme.slacktwin.draw.Names;
import org.consoleme.slacktwin.draw.PlainText;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.http.OutboundCall;
import org.consoleme.slacktwin.http.OutboundLog;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.Workspace;

/** What one person sees, as JSON for the page. */
public final class View {

    private final Workspace workspace;
    private final OutboundLog outbound;
    private final Html html;
    private final PlainText plain;

    public View(Workspace workspace, OutboundLog outbound, ZoneId zone) {
        this.workspace = workspace;
        this.outbound = outbound;
        this.html = new Html(names(workspace), zone);
        this.plain = new PlainText(names(workspace), zone);
    }

    /** The names that people and channels have in a workspace. */
    public static Names names(Workspace workspace) {
        return new Names(
                workspace::nameOf,
                id -> workspace.channels().find(id).map(Channel::name).orElse(id));
    }

    ObjectNode people() {
        ArrayNode people = Json.array();
        workspace.people().all().stream()
                .filter(u -> !u.is(SlackUser.Flag.BOT) && !u.is(SlackUser.Flag.DELETED))
                .forEach(
                        u ->
                                people.addObject()
                                        .put("id", u.id())
                                        .put("name", u.realName())
                                        .put("email", u.email().orElse("")));
        return Json.object().put("team", workspace.team().name()).set("people", people);
    }

    /** Waits for a change after the given one; answers the number of the newest. */
    ObjectNode changed(long since, Duration limit) {
        workspace
                .changes()
                .await(
                        () -> Optional.of(workspace.changes().revision()).filter(r -> r != since),
                        limit);
        return Json.object().put("revision", workspace.changes().revision());
    }

    /**
     * Channels, and the messages of one of them: of the direct message with the app if it is not
     * this person's.
     *
     * @throws IllegalArgumentException if there is no such person
     */
    ObjectNode of(String userId, String channelId) {
        if (workspace.people().find(userId).isEmpty()) {
            throw new IllegalArgumentException("no such user: " + userId);
        }
        List<Channel> channels =
                workspace.channels().all().stream().filter(c -> c.has(userId)).toList();
        Channel shown =
                channels.stream()
                        .filter(c -> c.id().equals(channelId))
                        .findFirst()
                        .orElseGet(
                                () ->
                                        workspace
                                                .channels()
                                                .openDirect(List.of(workspace.bot().id(), userId)));
        ObjectNode view = Json.object().put("channel", shown.id());
        ArrayNode list = view.putArray("channels");
        channels.forEach(c -> list.add(draw(c, userId)));
        ArrayNode messages = view.putArray("messages");
        workspace.messages().in(shown.id(), userId).forEach(m -> messages.add(draw(m)));
        ArrayNode refused = view.putArray("refused");
        outbound.all().stream()
                .filter(c -> !c.error().isEmpty())
                .filter(
                        c ->
                                c.channel().equals(shown.id())
                                        || (shown.direct() && c.channel().equals(userId)))
                .forEach(c -> refused.add(draw(c)));
        return view;
    }

    private ObjectNode draw(Channel channel, String viewer) {
        List<Message> messages = workspace.messages().in(channel.id(), viewer);
        return Json.object()
                .put("id", channel.id())
                .put("kind", channel.kind().name())
                .put("label", label(channel, viewer))
                .put("external", channel.is(Channel.Flag.EXT_SHARED))
                .put("last", messages.isEmpty() ? "" : messages.getLast().ts());
    }

    private String label(Channel channel, String viewer) {
        return channel.direct()
                ? String.join(
                        ", ",
                        channel.members().stream()
                                .filter(m -> !m.equals(viewer))
                                .map(workspace::nameOf)
                                .toList())
                : channel.name();
    }

    private ObjectNode draw(Message message) {
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
            drawn.set("sent", sent(message));
        }
        return drawn;
    }

    private static ObjectNode sent(Message message) {
        List<Measure> measures = Measure.of(message.text(), message.blocks());
        ObjectNode sent =
                Json.object()
                        .put("via", message.content().via())
                        .put("noFallback", message.text().isEmpty())
                        .put("fits", measures.stream().allMatch(Measure::fits));
        sent.set("payload", message.content().payload());
        return sent.set("measures", Json.tree(measures));
    }

    private static ObjectNode draw(OutboundCall call) {
        ObjectNode drawn =
                Json.object()
                        .put("at", call.at().toEpochMilli() / 1000.0)
                        .put("via", call.method())
                        .put("error", call.error());
        return drawn.set("reasons", Json.tree(call.reasons()));
    }
}
