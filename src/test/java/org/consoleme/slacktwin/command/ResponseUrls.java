package org.consoleme.slacktwin.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.consoleme.slacktwin.api.ApiRefusal;
import org.consoleme.slacktwin.api.MessageArguments;
import org.consoleme.slacktwin.api.WebApi;
import org.consoleme.slacktwin.http.Call;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.http.OutboundCall;
import org.consoleme.slacktwin.http.OutboundLog;
import org.consoleme.slacktwin.http.Reply;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.Post;
import org.consoleme.slacktwin.workspace.Workspace;

/**
 * The addresses that let an app answer later: each takes {@value #MAX_USES} posts within 30
 * minutes. A refused post counts as a use: Slack does not say, and an app that can live with that
 * can live with either.
 *
 * @see <a href="https://docs.slack.dev/interactivity/handling-user-interaction">message
 *     responses</a>
 */
public final class ResponseUrls {

    /** Where the addresses live. */
    public static final String PATH = "/response/";

    /** The name under which these posts stand in the outbound log. */
    public static final String METHOD = "response_url";

    public static final int MAX_USES = 5;
    public static final Duration LIFE = Duration.ofMinutes(30);

    private final Workspace workspace;
    private final OutboundLog outbound;
    private final Clock clock;
    private final String origin;
    private final Map<String, Hook> hooks = new ConcurrentHashMap<>();

    public ResponseUrls(Workspace workspace, OutboundLog outbound, Clock clock, String origin) {
        this.workspace = workspace;
        this.outbound = outbound;
        this.clock = clock;
        this.origin = origin;
    }

    private static final class Hook {
        private final String channel;
        private final String user;
        private final Instant end;
        private int uses;
        private Optional<String> lastTs = Optional.empty();

        Hook(String channel, String user, Instant end) {
            this.channel = channel;
            this.user = user;
            this.end = end;
        }
    }

    /** A fresh address for one person in one channel. */
    public String mint(String channel, String user) {
        return mint(new Hook(channel, user, clock.instant().plus(LIFE)));
    }

    /** A fresh address for somebody who clicked in a message; the message is its original. */
    public String mint(String channel, String user, String originalTs) {
        Hook hook = new Hook(channel, user, clock.instant().plus(LIFE));
        hook.lastTs = Optional.of(originalTs);
        return mint(hook);
    }

    private String mint(Hook hook) {
        Instant now = clock.instant();
        hooks.values().removeIf(h -> h.end.plus(LIFE).isBefore(now));
        String key = UUID.randomUUID().toString().replace("-", "");
        hooks.put(key, hook);
        return origin + PATH + key;
    }

    public Reply handle(Call call) {
        if (!call.verb().equals("POST")) {
            return Reply.plain(405, "invalid_method").with("Allow", "POST");
        }
        Hook hook = hooks.get(call.path().substring(PATH.length()));
        if (hook == null) {
            return logged(call, "", 404, new ApiRefusal("expired_url"));
        }
        synchronized (hook) {
            return use(hook, call);
        }
    }

    private Reply use(Hook hook, Call call) {
        if (!clock.instant().isBefore(hook.end)) {
            return logged(call, hook.channel, 404, new ApiRefusal("expired_url"));
        }
        if (hook.uses >= MAX_USES) {
            return logged(call, hook.channel, 404, new ApiRefusal("used_url"));
        }
        hook.uses++;
        Runnable effect;
        try {
            effect = effect(hook, body(call));
        } catch (ApiRefusal e) {
            return logged(call, hook.channel, 400, e);
        }
        Reply reply = Reply.json(200, Json.object().put("ok", true));
        // first the log: who waits for the message finds the call there
        log(call, hook.channel, reply, "", List.of());
        effect.run();
        return reply;
    }

    private static ObjectNode body(Call call) {
        return Json.read(call.text())
                .filter(JsonNode::isObject)
                .map(ObjectNode.class::cast)
                .orElseThrow(() -> new ApiRefusal("invalid_payload"));
    }

    private Runnable effect(Hook hook, ObjectNode body) {
        if (body.path("delete_original").asBoolean()) {
            return () -> {
                hook.lastTs.ifPresent(ts -> workspace.messages().delete(hook.channel, ts));
                hook.lastTs = Optional.empty();
            };
        }
        MessageArguments message = MessageArguments.of(body);
        if (message.empty()) {
            throw new ApiRefusal("no_text");
        }
        return () -> show(hook, body, message);
    }

    private void show(Hook hook, ObjectNode body, MessageArguments message) {
        Optional<Message> rewritten =
                body.path("replace_original").asBoolean()
                        ? hook.lastTs.flatMap(
                                ts ->
                                        workspace
                                                .messages()
                                                .rewrite(hook.channel, ts, message.content(METHOD)))
                        : Optional.empty();
        if (rewritten.isEmpty()) {
            hook.lastTs = Optional.of(post(hook, body, message).ts());
        }
    }

    private Message post(Hook hook, ObjectNode body, MessageArguments message) {
        Post post =
                Post.to(hook.channel, workspace.bot().id(), message.content(METHOD))
                        .in(Optional.ofNullable(body.path("thread_ts").textValue()));
        boolean all = body.path("response_type").asText().equals("in_channel");
        return workspace.messages().post(all ? post : post.onlyFor(hook.user));
    }

    private Reply logged(Call call, String channel, int status, ApiRefusal refusal) {
        ObjectNode answer = Json.object().put("ok", false).put("error", refusal.error());
        WebApi.explain(answer, refusal);
        Reply reply = Reply.json(status, answer);
        log(call, channel, reply, refusal.error(), refusal.reasons());
        return reply;
    }

    private void log(Call call, String channel, Reply reply, String error, List<String> reasons) {
        outbound.add(
                new OutboundCall(
                        clock.instant(),
                        METHOD,
                        channel,
                        call.query() + "\n" + call.text(),
                        reply.text(),
                        error,
                        reasons));
    }
}
