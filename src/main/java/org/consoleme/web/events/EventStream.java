package org.consoleme.web.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.consoleme.notifications.ChangeFeed.AnythingChanged;
import org.consoleme.notifications.ChangeFeed.Changed;
import org.consoleme.shared.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open console. Nothing here waits for its network: what it does not take up in time is kept,
 * each change once, and beyond a bound all that is left to say is that anything may have changed.
 */
final class EventStream implements WriteListener, AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int MOST_PENDING = 100;

    private final UserId user;
    private final Instant opened;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Runnable gone;
    private final Deque<byte[]> raw = new ArrayDeque<>();
    private final Set<Changed> pending = new LinkedHashSet<>();
    private boolean ready;
    private boolean unflushed;
    private boolean closed;

    /**
     * @param gone is called when it is over, once or more
     */
    EventStream(
            UserId user,
            Instant opened,
            AsyncContext context,
            ServletOutputStream out,
            Runnable gone) {
        this.user = user;
        this.opened = opened;
        this.context = context;
        this.out = out;
        this.gone = gone;
        raw.add(EventText.retry());
    }

    UserId user() {
        return user;
    }

    Instant opened() {
        return opened;
    }

    synchronized void tell(Changed changed) {
        if (pending.size() >= MOST_PENDING) {
            pending.clear();
            pending.add(new AnythingChanged());
        } else {
            pending.add(changed);
        }
        drain();
    }

    /** A beat that the last one still stands before is not needed. */
    synchronized void beat() {
        if (raw.isEmpty() && pending.isEmpty()) {
            raw.add(EventText.beat());
        }
        drain();
    }

    /** Ends it; the browser comes back by itself. */
    void end() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            context.complete();
        } catch (IllegalStateException alreadyOver) {
            LOG.atTrace().setCause(alreadyOver).log("event stream was over already");
        }
        gone.run();
    }

    @Override
    public synchronized void onWritePossible() {
        ready = true;
        drain();
    }

    @Override
    public void onError(Throwable broken) {
        end();
    }

    /** Writes what the network takes; {@link #onWritePossible} is called for the rest. */
    private void drain() {
        try {
            while (ready && !closed) {
                if (!out.isReady()) {
                    ready = false;
                } else if (!writeNext()) {
                    return;
                }
            }
        } catch (IOException | IllegalStateException broken) {
            LOG.atTrace().setCause(broken).log("event stream broke off");
            ready = false;
            end();
        }
    }

    /** False if there is nothing left to do. */
    private boolean writeNext() throws IOException {
        byte[] next = next();
        if (next.length > 0) {
            out.write(next);
            unflushed = true;
            return true;
        }
        if (unflushed) {
            unflushed = false;
            out.flush();
            return true;
        }
        return false;
    }

    private byte[] next() {
        if (!raw.isEmpty()) {
            return raw.poll();
        }
        var all = pending.iterator();
        if (!all.hasNext()) {
            return new byte[0];
        }
        Changed changed = all.next();
        all.remove();
        return EventText.of(changed);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nobody starts it again.
    }
}
