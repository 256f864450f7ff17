package org.consoleme.web.events;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.consoleme.notifications.ChangeFeed;
import org.consoleme.notifications.ChangeFeed.AnythingChanged;
import org.consoleme.notifications.ChangeFeed.Changed;
import org.consoleme.notifications.ChangeFeed.GrantChanged;
import org.consoleme.notifications.ChangeFeed.RequestChanged;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;

/**
 * The consoles that are open on this node. Everybody may look at requests, and so hears of them; of
 * a grant hears the one whose it is.
 */
@Single
public class OpenConsoles {
    static final int MOST = 2000;
    static final int MOST_OF_ONE = 12;

    /** Below the idle time-outs of common proxies, which begin at 30 s. */
    private static final Duration BEAT = Duration.ofSeconds(15);

    /** Then the browser comes back, and says anew who it is. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final Duration LATER = Duration.ofSeconds(30);

    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final ChangeFeed feed;
    private final ScheduledExecutorService scheduler;
    private final Clock clock;
    private ScheduledFuture<?> beats;

    @Inject
    public OpenConsoles(ChangeFeed feed, ManagedScheduledExecutorService scheduler, Clock clock) {
        this(feed, (ScheduledExecutorService) scheduler, clock);
    }

    OpenConsoles(ChangeFeed feed, ScheduledExecutorService scheduler, Clock clock) {
        this.feed = feed;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void start(@Observes Startup event) {
        feed.listen(this::tell);
        beats =
                scheduler.scheduleWithFixedDelay(
                        this::beat, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (beats != null) {
            beats.cancel(false);
        }
        streams.forEach(EventStream::end);
    }

    /**
     * A person's oldest streams make room for a new one: most likely nobody listens there any more,
     * which shows only when something is written. Whoever does still listen comes back.
     *
     * @throws org.consoleme.shared.ProblemException {@code TooMany} if the node has no room; the
     *     page then reads by the clock alone
     */
    void requireRoom(UserId user) {
        List<EventStream> own =
                streams.stream()
                        .filter(stream -> stream.user().equals(user))
                        .sorted(Comparator.comparing(EventStream::opened))
                        .toList();
        own.stream().limit(Math.max(0, own.size() - MOST_OF_ONE + 1)).forEach(EventStream::end);
        if (streams.size() >= MOST) {
            throw new Problem.TooMany(LATER).asException();
        }
    }

    void add(EventStream stream) {
        streams.add(stream);
    }

    void remove(EventStream stream) {
        streams.remove(stream);
    }

    int size() {
        return streams.size();
    }

    void tell(Changed changed) {
        for (EventStream stream : streams) {
            if (concerns(changed, stream.user())) {
                stream.tell(changed);
            }
        }
    }

    private static boolean concerns(Changed changed, UserId user) {
        return switch (changed) {
            case RequestChanged _ -> true;
            case GrantChanged grant -> grant.user().equals(user);
            case AnythingChanged _ -> true;
        };
    }

    void beat() {
        Instant oldest = clock.instant().minus(LIFE);
        for (EventStream stream : streams) {
            if (stream.opened().isBefore(oldest)) {
                stream.end();
            } else {
                stream.beat();
            }
        }
    }
}
