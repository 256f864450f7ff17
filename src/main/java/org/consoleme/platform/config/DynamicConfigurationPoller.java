package org.consoleme.platform.config;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.consoleme.platform.config.DynamicConfigurationSource.Stored;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the stored dynamic configuration again and again, and fires a CDI event with the new {@link
 * DynamicConfiguration} when it changed. Whatever goes wrong, the last good one stays; it is said
 * once, and once more when it is well again. A version that vanished changes nothing either: who
 * wants to take rights away saves an empty one.
 */
@Single
public class DynamicConfigurationPoller {
    private static final Logger LOG = LoggerFactory.getLogger(DynamicConfigurationPoller.class);
    private static final String WELL = "";

    private final Configuration configuration;
    private final Supplier<DynamicConfigurationSource> source;
    private final CurrentDynamicConfiguration current;
    private final ScheduledExecutorService executor;
    private final Consumer<DynamicConfiguration> changed;
    private volatile boolean stopped;
    private String state = WELL;

    /** Takes the port as an {@code Instance}: nothing is built where polling is turned off. */
    @Inject
    public DynamicConfigurationPoller(
            Configuration configuration,
            Instance<DynamicConfigurationSource> source,
            CurrentDynamicConfiguration current,
            ManagedScheduledExecutorService executor,
            Event<DynamicConfiguration> changed) {
        this(configuration, source::get, current, executor, changed::fire);
    }

    DynamicConfigurationPoller(
            Configuration configuration,
            Supplier<DynamicConfigurationSource> source,
            CurrentDynamicConfiguration current,
            ScheduledExecutorService executor,
            Consumer<DynamicConfiguration> changed) {
        this.configuration = configuration;
        this.source = source;
        this.current = current;
        this.executor = executor;
        this.changed = changed;
    }

    void start(@Observes Startup started) {
        if (configuration.flag("config.load_from_dynamo", true)) {
            schedule(0);
        } else {
            current.settle();
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }

    /**
     * Reads once, now; for whoever has just saved a version, too.
     *
     * @return the reason if the last good version stays because of a failure
     */
    public synchronized Optional<Problem> poll() {
        try {
            Optional<Stored> stored = source.get().read();
            if (stored.isPresent()) {
                take(stored.get());
                say(WELL);
            } else {
                current.settle();
                say(current.isLoaded() ? "it is gone" : WELL);
            }
            return Optional.empty();
        } catch (ProblemException e) {
            say(e.problem().sentence());
            return Optional.of(e.problem());
        }
    }

    private void take(Stored stored) {
        if (current.accept(stored.text(), stored.updatedBy(), stored.updatedAt())) {
            changed.accept(current.get());
        }
    }

    private void pollAndGoOn() {
        try {
            poll();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("dynamic configuration: unexpected failure");
        } finally {
            schedule(current.get().loadInterval().toSeconds());
        }
    }

    private void schedule(long seconds) {
        if (stopped) {
            return;
        }
        try {
            var _ = executor.schedule(this::pollAndGoOn, seconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            stopped = true; // the server is going down
        }
    }

    private void say(String now) {
        if (now.equals(state)) {
            return;
        }
        state = now;
        if (now.equals(WELL)) {
            LOG.info("dynamic configuration can be read again");
        } else {
            LOG.atWarn()
                    .addKeyValue("reason", now)
                    .log("dynamic configuration cannot be read; the last good one stays");
        }
    }
}
