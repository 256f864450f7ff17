package org.consoleme.slacktwin.fault;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.consoleme.slacktwin.http.Call;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.http.OutboundCall;
import org.consoleme.slacktwin.http.OutboundLog;
import org.consoleme.slacktwin.http.Reply;

/**
 * Stands before what the app calls, and lets the planned things go wrong. What Slack did not do
 * stands in the outbound log all the same, with the reason as its error.
 */
public final class FaultyRoute implements Function<Call, Reply> {

    private final Function<Call, Reply> route;
    private final Function<Call, String> method;
    private final Faults faults;
    private final OutboundLog outbound;
    private final Clock clock;

    /**
     * A route behind its faults.
     *
     * @param method what a call is named in {@link Faults}
     */
    public FaultyRoute(
            Function<Call, Reply> route,
            Function<Call, String> method,
            Faults faults,
            OutboundLog outbound,
            Clock clock) {
        this.route = route;
        this.method = method;
        this.faults = faults;
        this.outbound = outbound;
        this.clock = clock;
    }

    @Override
    public Reply apply(Call call) {
        return faults.next(method.apply(call))
                .map(fault -> struck(call, fault))
                .orElseGet(() -> route.apply(call));
    }

    private Reply struck(Call call, Fault fault) {
        return switch (fault) {
            case Fault.Throttled t ->
                    not(call, 429, "ratelimited")
                            .with("Retry-After", Long.toString(t.retryAfter().toSeconds()));
            case Fault.Failing f -> not(call, f.status(), "internal_error");
            case Fault.Refusing r -> not(call, 200, r.error());
            case Fault.Broken b -> route.apply(call).lost();
            case Fault.Silent s -> {
                Reply lost = route.apply(call).lost();
                faults.awaitClear();
                yield lost;
            }
            case Fault.Reversed r -> reversed(call, r);
        };
    }

    private Reply reversed(Call call, Fault.Reversed fault) {
        AtomicReference<Reply> reply = new AtomicReference<>(Reply.broken());
        fault.turns().inTurn(fault.number(), () -> reply.set(route.apply(call)));
        return reply.get();
    }

    private Reply not(Call call, int status, String error) {
        Reply reply = Reply.json(status, Json.object().put("ok", false).put("error", error));
        outbound.add(
                new OutboundCall(
                        clock.instant(),
                        method.apply(call),
                        call.argument("channel"),
                        call.query() + "\n" + call.text(),
                        reply.text(),
                        error,
                        List.of()));
        return reply;
    }
}
