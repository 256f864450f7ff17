package org.consoleme.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.audit.Lane;
import org.consoleme.audit.OutboxEvent;

/**
 * What this node is about to deliver: a few lanes at a time, each by one worker. What finds no room
 * stays in the outbox for a later turn.
 */
final class OutboxQueue {
    static final int MOST_WORKERS = 4;

    /** So that a Slack that hangs leaves workers for what was approved. */
    static final int MOST_ANNOUNCING = 2;

    static final int MOST_LANES = 1000;
    static final int MOST_IN_LANE = 50;

    private final Map<Lane, List<OutboxEvent>> waiting = new LinkedHashMap<>();
    private final Set<Lane> underWay = new HashSet<>();
    private int workers;
    private boolean closed;

    synchronized void add(OutboxEvent event) {
        Lane lane = Lane.of(event);
        if (closed
                || (waiting.size() >= MOST_LANES
                        && !lane.applies()
                        && !waiting.containsKey(lane))) {
            return;
        }
        List<OutboxEvent> events = waiting.computeIfAbsent(lane, any -> new ArrayList<>(2));
        if (events.size() < MOST_IN_LANE && !events.contains(event)) {
            events.add(event);
        }
    }

    /**
     * @return true if one more worker has work: it asks for it with {@link #next} until there is
     *     none, or says {@link #gone}
     */
    synchronized boolean enter() {
        boolean useful = workers < MOST_WORKERS && workers < underWay.size() + ready();
        if (useful) {
            workers++;
        }
        return useful;
    }

    /** The next lane's events, which are the worker's own until {@link #done}; empty: go. */
    synchronized Optional<List<OutboxEvent>> next() {
        Optional<Lane> lane =
                closed
                        ? Optional.empty()
                        : waiting.keySet().stream()
                                .filter(one -> !underWay.contains(one))
                                .filter(one -> one.applies() || announcing() < MOST_ANNOUNCING)
                                .min(Comparator.comparing(one -> !one.applies()));
        lane.ifPresentOrElse(underWay::add, this::gone);
        return lane.map(waiting::remove);
    }

    synchronized void done(List<OutboxEvent> events) {
        underWay.remove(Lane.of(events.getFirst()));
    }

    /** A worker that could not begin, or went without asking. */
    synchronized void gone() {
        workers--;
    }

    /** Nothing more is begun. */
    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    private long ready() {
        long free = MOST_ANNOUNCING - announcing();
        long applying = 0;
        long others = 0;
        for (Lane lane : waiting.keySet()) {
            if (!underWay.contains(lane)) {
                if (lane.applies()) {
                    applying++;
                } else {
                    others++;
                }
            }
        }
        return applying + Math.min(free, others);
    }

    private long announcing() {
        return underWay.stream().filter(lane -> !lane.applies()).count();
    }
}
