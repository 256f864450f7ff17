package org.consoleme.slacktwin.socket;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The connections that the app has open now. */
final class OpenSockets {
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    /** As they are; changes show. */
    List<Connection> all() {
        return connections;
    }

    /** Each in turn. */
    Connection any() throws IOException {
        List<Connection> open = List.copyOf(connections);
        if (open.isEmpty()) {
            throw new IOException("the app has no socket open");
        }
        return open.get(Math.floorMod(turn.getAndIncrement(), open.size()));
    }

    /**
     * Any but the last one if there is one; the app may open it only now.
     *
     * @param end of the wait, by {@link System#nanoTime}
     */
    synchronized Connection another(Connection last, long end) {
        try {
            long left = end - System.nanoTime();
            while (connections.isEmpty() && left > 0) {
                wait(Math.max(1, left / 1_000_000));
                left = end - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return connections.stream().filter(c -> c != last).findFirst().orElse(last);
    }

    synchronized void add(Connection connection) {
        connections.add(connection);
        notifyAll();
    }

    void remove(Connection connection) {
        connections.remove(connection);
    }
}
