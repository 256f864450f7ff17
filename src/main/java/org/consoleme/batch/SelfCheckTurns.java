package org.consoleme.batch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.consoleme.operations.Check;
import org.consoleme.operations.SelfCheck;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at everything soon after the start and every half minute; logs what is new to it. */
@Single
public class SelfCheckTurns {
    private static final Logger LOG = LoggerFactory.getLogger(SelfCheckTurns.class);
    private static final int FIRST_SECONDS = 2;
    private static final int SECONDS = 30;

    private final SelfCheck selfCheck;
    private final ManagedScheduledExecutorService scheduler;
    private final Map<String, Check.State> told = new HashMap<>();
    private ScheduledFuture<?> turns;

    @Inject
    public SelfCheckTurns(SelfCheck selfCheck, ManagedScheduledExecutorService scheduler) {
        this.selfCheck = selfCheck;
        this.scheduler = scheduler;
    }

    void start(@Observes Startup event) {
        turns =
                scheduler.scheduleWithFixedDelay(
                        Turn.of("self-check", this::turn),
                        FIRST_SECONDS,
                        SECONDS,
                        TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (turns != null) {
            turns.cancel(true);
        }
    }

    private void turn() {
        selfCheck.report().lines().forEach(this::tell);
    }

    private void tell(SelfCheck.Line line) {
        Check.Finding finding = line.finding();
        if (finding.state() == told.put(line.name(), finding.state())) {
            return;
        }
        boolean fine = finding.state() == Check.State.UP || finding.state() == Check.State.OFF;
        (fine ? LOG.atInfo() : finding.state() == Check.State.DOWN ? LOG.atError() : LOG.atWarn())
                .addKeyValue("check", line.name())
                .addKeyValue("state", finding.state())
                .addKeyValue("detail", finding.detail())
                .addKeyValue("todo", finding.todo().orElse(""))
                .log("self-check");
    }
}
