package org.consoleme.batch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.consoleme.accounts.AccountSettings;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ticks: the watch every second, the schedules every five. Never holds up the start. */
@Single
public class JobClock {
    private static final Logger LOG = LoggerFactory.getLogger(JobClock.class);
    private static final long WATCH_SECONDS = 1;
    private static final long SCHEDULE_SECONDS = 5;

    private final ManagedScheduledExecutorService executor;
    private final RunWatch watch;
    private final DueJobs due;
    private final BatchSettings settings;
    private final AccountSettings accounts;
    private final List<ScheduledFuture<?>> ticks = new CopyOnWriteArrayList<>();

    @Inject
    public JobClock(
            ManagedScheduledExecutorService executor,
            RunWatch watch,
            DueJobs due,
            BatchSettings settings,
            AccountSettings accounts) {
        this.executor = executor;
        this.watch = watch;
        this.due = due;
        this.settings = settings;
        this.accounts = accounts;
    }

    void begin(@Observes Startup startup) {
        if (accounts.environment().isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("key", "environment")
                    .log("environment is not set: taken as prod, all active accounts are read");
        }
        ticks.add(every(WATCH_SECONDS, "watch of runs", watch::look));
        if (settings.enabled()) {
            ticks.add(every(SCHEDULE_SECONDS, "schedule", due::look));
        } else {
            LOG.atInfo().addKeyValue("key", "jobs.enabled").log("jobs start only when asked");
        }
    }

    @PreDestroy
    void end() {
        ticks.forEach(tick -> tick.cancel(false));
    }

    private ScheduledFuture<?> every(long seconds, String name, Runnable work) {
        return executor.scheduleWithFixedDelay(
                Turn.of(name, work), seconds, seconds, TimeUnit.SECONDS);
    }
}
