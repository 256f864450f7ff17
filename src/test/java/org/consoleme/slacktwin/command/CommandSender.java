package org.consoleme.slacktwin.command;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.consoleme.slacktwin.api.ApiRefusal;
import org.consoleme.slacktwin.http.OutboundCall;
import org.consoleme.slacktwin.http.OutboundLog;
import org.consoleme.slacktwin.workspace.Message;

/** Sends what people did to the app, and shows them what came of it. */
public final class CommandSender {

    /** The name under which acknowledgements stand in the outbound log. */
    public static final String ACKNOWLEDGEMENT = "acknowledgement";

    private static final int OK = 200;

    private final AtomicReference<Transport> app;
    private final OutboundLog outbound;
    private final Clock clock;

    public CommandSender(Transport app, OutboundLog outbound, Clock clock) {
        this.app = new AtomicReference<>(app);
        this.outbound = outbound;
        this.clock = clock;
    }

    /** Takes another way to the app from now on. */
    public void goBy(Transport other) {
        app.set(other);
    }

    /**
     * Sends, waits at most {@link AppEndpoint#PATIENCE}, and lets the request's reception make of
     * the answer what Slack makes of it.
     */
    public AppAnswer send(SignedRequest request) {
        long start = System.nanoTime();
        try {
            AppReply reply = app.get().send(request);
            Duration took = since(start);
            if (reply.status() != OK) {
                log(request, reply.body(), "dispatch_failed", List.of());
                return failed(request, reply, "dispatch_failed", took);
            }
            return acknowledged(request, reply, took);
        } catch (TimeoutException e) {
            return failed(request, nothing(), "operation_timeout", AppEndpoint.PATIENCE);
        } catch (IOException e) {
            return failed(request, nothing(), "dispatch_failed", since(start));
        }
    }

    private AppAnswer acknowledged(SignedRequest request, AppReply reply, Duration took) {
        Supplier<Optional<Message>> effect;
        try {
            effect = request.reception().taken(reply);
        } catch (ApiRefusal e) {
            log(request, reply.body(), e.error(), e.reasons());
            return failed(request, reply, request.reception().refused(e), took);
        }
        // first the log: who waits for the message finds the answer there
        log(request, reply.body(), "", List.of());
        return new AppAnswer(OK, reply.body(), "", took, effect.get());
    }

    private static AppAnswer failed(
            SignedRequest request, AppReply reply, String error, Duration took) {
        return new AppAnswer(
                reply.status(), reply.body(), error, took, request.reception().failed(error));
    }

    private static AppReply nothing() {
        return new AppReply(0, "", "");
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
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
