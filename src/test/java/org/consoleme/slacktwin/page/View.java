package org.consoleme.slacktwin.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.consoleme.slacktwin.draw.Html;
import org.consoleme.slacktwin.draw.Names;
import org.consoleme.slacktwin.draw.PlainText;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.http.OutboundLog;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.Workspace;

/** What one person sees, as JSON for the page. */
public final class View {

    private static final int WIRE = 60;

    private final Workspace workspace;
    private final OutboundLog outbound;
    private final MessageView drawing;
    private final Supplier<Trouble> trouble;

    /**
     * What people see of a workspace.
     *
     * @param trouble how Slack is
     */
    public View(Workspace workspace, OutboundLog outbound, ZoneId zone, Supplier<Trouble> trouble) {
        this.workspace = workspace;
        this.outbound = outbound;
        this.trouble = trouble;
        this.drawing =
                new MessageView(
                        workspace,
                        new Html(names(workspace), zone),
                        new PlainText(names(workspace), zone));
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
        workspace.messages().in(shown.id(), userId).forEach(m -> messages.add(drawing.draw(m)));
        ArrayNode refused = view.putArray("refused");
        outbound.all().stream()
                .filter(c -> !c.error().isEmpty())
                .filter(
                        c ->
                                c.channel().equals(shown.id())
                                        || (shown.direct() && c.channel().equals(userId)))
                .forEach(c -> refused.add(drawing.draw(c)));
        workspace.views().top(userId).ifPresent(v -> view.set("modal", drawing.draw(v)));
        workspace.views().home(userId).ifPresent(v -> view.set("home", drawing.draw(v)));
        return view;
    }

    private ObjectNode draw(Channel channel, String viewer) {
        List<Message> messages = workspace.messages().in(channel.id(), viewer);
        return Json.object()
                .put("id", channel.id())
                .put("kind", channel.kind().name())
                .put("label", label(channel, viewer))
                .put("app", channel.direct() && channel.has(workspace.bot().id()))
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

    /** The newest calls of the app, newest first; and how Slack is. */
    ObjectNode wire() {
        ArrayNode calls = Json.array();
        outbound.all().reversed().stream().limit(WIRE).forEach(c -> calls.add(drawing.draw(c)));
        return Json.object().put("trouble", trouble.get().name()).set("calls", calls);
    }
}
