package org.consoleme.slacktwin.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consoleme.slacktwin.http.Call;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.http.OutboundCall;
import org.consoleme.slacktwin.http.OutboundLog;
import org.consoleme.slacktwin.http.Reply;
import org.consoleme.slacktwin.workspace.Workspace;

/**
 * Answers {@code /api/<method>}: checks token and scope, calls the method, and words the answer as
 * Slack does, which is HTTP 200 for nearly everything.
 *
 * @see <a href="https://docs.slack.dev/apis/web-api">Web API</a>
 */
public final class WebApi {

    /** Where the methods live. */
    public static final String PATH = "/api/";

    private final AppIdentity app;
    private final OutboundLog outbound;
    private final Clock clock;
    private final Map<String, ApiMethod> methods;

    /**
     * All methods of the twin.
     *
     * @param url where the workspace is on the web
     * @param socketUrl makes the address of a socket for {@code apps.connections.open}
     */
    public WebApi(
            Workspace workspace,
            AppIdentity app,
            OutboundLog outbound,
            Clock clock,
            String url,
            Supplier<String> socketUrl) {
        MessageJson messages = new MessageJson(workspace, app);
        this.app = app;
        this.outbound = outbound;
        this.clock = clock;
        this.methods =
                Stream.of(
                                new AuthMethods(workspace, app, url).all(),
                                new UserMethods(workspace, app).all(),
                                new UserGroupMethods(workspace).all(),
                                new ConversationMethods(workspace).all(),
                                new HistoryMethods(workspace, messages).all(),
                                new ChatMethods(workspace, messages, url).all(),
                                new ViewMethods(workspace, app).all(),
                                List.of(connectionsOpen(socketUrl)))
                        .flatMap(List::stream)
                        .collect(Collectors.toMap(ApiMethod::name, Function.identity()));
    }

    private static ApiMethod connectionsOpen(Supplier<String> socketUrl) {
        return ApiMethod.ofApp(
                "apps.connections.open", a -> Json.object().put("url", socketUrl.get()));
    }

    public Reply handle(Call call) {
        String name = call.path().substring(PATH.length());
        String channel = "";
        ApiRefusal refusal = null;
        ObjectNode answer;
        try {
            Arguments arguments = Arguments.of(call);
            channel = arguments.text("channel").orElse("");
            answer = Json.object().put("ok", true).setAll(answer(name, call, arguments));
        } catch (ApiRefusal e) {
            refusal = e;
            answer = refused(e, name);
        }
        Reply reply =
                Reply.json(200, answer).with("x-oauth-scopes", String.join(",", app.scopes()));
        outbound.add(
                new OutboundCall(
                        clock.instant(),
                        name,
                        channel,
                        call.query() + "\n" + call.text(),
                        reply.text(),
                        refusal == null ? "" : refusal.error(),
                        refusal == null ? List.of() : refusal.reasons()));
        return Optional.ofNullable(methods.get(name))
                .flatMap(ApiMethod::scope)
                .map(scope -> reply.with("x-accepted-oauth-scopes", scope))
                .orElse(reply);
    }

    private ObjectNode answer(String name, Call call, Arguments arguments) {
        ApiMethod method =
                Optional.ofNullable(methods.get(name))
                        .orElseThrow(() -> new ApiRefusal("unknown_method"));
        String token =
                call.header("Authorization")
                        .filter(h -> h.startsWith("Bearer "))
                        .map(h -> h.substring("Bearer ".length()))
                        .or(() -> arguments.text("token"))
                        .orElseThrow(() -> new ApiRefusal("not_authed"));
        if (!token.equals(method.appLevel() ? app.appToken() : app.botToken())) {
            boolean other = token.equals(app.botToken()) || token.equals(app.appToken());
            throw new ApiRefusal(other ? "not_allowed_token_type" : "invalid_auth");
        }
        if (method.scope().filter(s -> !app.scopes().contains(s)).isPresent()) {
            throw new ApiRefusal("missing_scope");
        }
        return method.answer().apply(arguments);
    }

    private ObjectNode refused(ApiRefusal refusal, String name) {
        ObjectNode answer = Json.object().put("ok", false).put("error", refusal.error());
        if (refusal.error().equals("unknown_method")) {
            answer.put("req_method", name);
        }
        if (refusal.error().equals("missing_scope")) {
            answer.put("needed", methods.get(name).scope().orElse(""));
            answer.put("provided", String.join(",", app.scopes()));
        }
        explain(answer, refusal);
        return answer;
    }

    /** Adds the reasons in both places where Slack gives them. */
    public static void explain(ObjectNode answer, ApiRefusal refusal) {
        if (!refusal.reasons().isEmpty()) {
            ArrayNode errors = answer.putArray("errors");
            ArrayNode messages = answer.putObject("response_metadata").putArray("messages");
            refusal.reasons().forEach(errors::add);
            refusal.reasons().forEach(r -> messages.add("[ERROR] " + r));
        }
    }
}
