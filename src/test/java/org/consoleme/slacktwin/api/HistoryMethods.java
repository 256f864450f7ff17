package org.consoleme.slacktwin.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.Workspace;

/**
 * {@code conversations.history} and {@code conversations.replies}: what was said. Ephemeral
 * messages are in neither.
 *
 * @see <a
 *     href="https://docs.slack.dev/reference/methods/conversations.history">conversations.history</a>
 */
final class HistoryMethods {

    private static final String SCOPE = "channels:history";
    private static final int MAX_PAGE = 999;

    private final Workspace workspace;
    private final MessageJson json;

    HistoryMethods(Workspace workspace, MessageJson json) {
        this.workspace = workspace;
        this.json = json;
    }

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.scoped("conversations.history", SCOPE, this::history),
                ApiMethod.scoped("conversations.replies", SCOPE, this::replies));
    }

    /** Newest first, threads by their first message alone. */
    private ObjectNode history(Arguments arguments) {
        Channel channel = joined(arguments);
        String oldest = arguments.text("oldest").orElse("");
        Optional<String> latest = arguments.text("latest");
        boolean inclusive = arguments.flag("inclusive");
        List<Message> found =
                seen(channel).reversed().stream()
                        .filter(m -> m.threadTs().isEmpty())
                        .filter(m -> after(m.ts(), oldest, inclusive))
                        .filter(m -> latest.map(l -> after(l, m.ts(), inclusive)).orElse(true))
                        .toList();
        return answer(found, arguments);
    }

    /** The first message of the thread, then the others in their order. */
    private ObjectNode replies(Arguments arguments) {
        Channel channel = joined(arguments);
        String ts = arguments.required("ts", "thread_not_found");
        List<Message> found =
                seen(channel).stream()
                        .filter(
                                m ->
                                        m.ts().equals(ts)
                                                || m.threadTs().filter(ts::equals).isPresent())
                        .toList();
        if (found.isEmpty()) {
            throw new ApiRefusal("thread_not_found");
        }
        return answer(found, arguments);
    }

    private ObjectNode answer(List<Message> found, Arguments arguments) {
        Page<Message> page =
                Page.of(found, arguments.text("cursor"), arguments.number("limit", 100, MAX_PAGE));
        ArrayNode messages = Json.array();
        page.items().forEach(m -> messages.add(json.draw(m)));
        ObjectNode answer = Json.object().put("has_more", !page.next().isEmpty());
        return page.closing(answer.set("messages", messages));
    }

    private static boolean after(String ts, String than, boolean inclusive) {
        int order = ts.compareTo(than);
        return order > 0 || (inclusive && order == 0);
    }

    private List<Message> seen(Channel channel) {
        return workspace.messages().in(channel.id()).stream().filter(m -> !m.ephemeral()).toList();
    }

    private Channel joined(Arguments arguments) {
        Channel channel =
                workspace
                        .channels()
                        .find(arguments.required("channel", "channel_not_found"))
                        .orElseThrow(() -> new ApiRefusal("channel_not_found"));
        if (!channel.has(workspace.bot().id())) {
            boolean visible = channel.kind() == Channel.Kind.PUBLIC;
            throw new ApiRefusal(visible ? "not_in_channel" : "channel_not_found");
        }
        return channel;
    }
}
