package org.consoleme.slacktwin.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.consoleme.slacktwin.api.ApiRefusal;
import org.consoleme.slacktwin.api.MessageArguments;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.http.OutboundCall;
import org.consoleme.slacktwin.http.OutboundLog;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.Post;
import org.consoleme.slacktwin.workspace.Workspace;

/** Sends slash commands and shows the person what came of it. */
public final class CommandSender {

    /** The name under which acknowledgements stand in the outbound log. */
    public static final String ACKNOWLEDGEMENT = "acknowledgement";

    private final Workspace workspace;
    private final AppEndpoint app;
    private final OutboundLog outbound;
    private final Clock clock;

    public CommandSender(Workspace workspace, AppEndpoint app, OutboundLog outbound, Clock clock) {
        this.workspace = workspace;
        this.app = app;
        this.outbound = outbound;
        this.clock = clock;
    }

    /**
     * Sends, waits at most {@link AppEndpoint#PATIENCE}, and draws the acknowledgement or Slack's
     * error text.
     */
    public AppAnswer send(SignedRequest request) {
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = app.send(request);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            if (response.statusCode() != 200) {
                log(request, response.body(), "dispatch_failed", List.of());
                return failed(
                        request, response.statusCode(), response.body(), "dispatch_failed", took);
            }
            return acknowledged(request, response, took);
        } catch (TimeoutException e) {
            return failed(request, 0, "", "operation_timeout", AppEndpoint.PATIENCE);
        } catch (IOException e) {
            return failed(
                    request, 0, "", "dispatch_failed", Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private AppAnswer acknowledged(
            SignedRequest request, HttpResponse<String> response, Duration took) {
        String body = response.body();
        if (request.click()) {
            log(request, body, "", List.of());
            return new AppAnswer(200, body, "", took, Optional.empty());
        }
        try {
            ObjectNode json = json(response).orElseGet(Json::object);
            MessageArguments message =
                    json.isEmpty() ? MessageArguments.of(body.strip()) : MessageArguments.of(json);
            log(request, body, "", List.of());
            Optional<Message> shown =
                    message.empty() || isEmptyObject(body)
                            ? Optional.empty()
                            : Optional.of(show(request, message, json));
            return new AppAnswer(200, body, "", took, shown);
        } catch (ApiRefusal e) {
            log(request, body, e.error(), e.reasons());
            return failed(request, 200, body, "invalid_command_response", took);
        }
    }

    private static Optional<ObjectNode> json(HttpResponse<String> response) {
        boolean declared =
                response.headers()
                        .firstValue("Content-Type")
                        .orElse("")
                        .startsWith("application/json");
        return declared
                ? Json.read(response.body()).filter(JsonNode::isObject).map(ObjectNode.class::cast)
                : Optional.empty();
    }

    private static boolean isEmptyObject(String body) {
        return body.strip().equals("{}");
    }

    private Message show(SignedRequest request, MessageArguments message, ObjectNode json) {
        Post post =
                Post.to(request.channel(), workspace.bot().id(), message.content(ACKNOWLEDGEMENT));
        if (json.path("response_type").asText().equals("in_channel")) {
            workspace.messages().post(typed(request));
            return workspace.messages().post(post);
        }
        return workspace.messages().post(post.onlyFor(request.user()));
    }

    private static Post typed(SignedRequest request) {
        return Post.to(
                request.channel(),
                request.user(),
                MessageArguments.of(request.line()).content("typed"));
    }

    private AppAnswer failed(
            SignedRequest request, int status, String body, String error, Duration took) {
        String text = request.command() + " failed with the error \"" + error + "\"";
        Message shown =
                workspace
                        .messages()
                        .post(
                                Post.to(
                                                request.channel(),
                                                Workspace.SLACKBOT,
                                                MessageArguments.of(text).content("slack"))
                                        .onlyFor(request.user()));
        return new AppAnswer(status, body, error, took, Optional.of(shown));
    }

    private void log(SignedRequest request, String body, String error, List<String> reasons) {
        outbound.add(
                new OutboundCall(
                        clock.instant(),
                        ACKNOWLEDGEMENT,
                        request.channel(),
                        body,
                        "",
                        error,
                        reasons));
    }
}
