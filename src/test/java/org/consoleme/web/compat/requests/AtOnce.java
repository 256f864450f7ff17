package org.consoleme.web.compat.requests;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A scheduler for which no time passes: what is to run later runs now, after {@code meanwhile}. */
final class AtOnce {
    private AtOnce() {}

    static ScheduledExecutorService scheduler(Runnable meanwhile) {
        return scheduler(meanwhile, wait -> {});
    }

    /**
     * @param waits hears of the time that does not pass
     */
    static ScheduledExecutorService scheduler(Runnable meanwhile, Consumer<Duration> waits) {
        return (ScheduledExecutorService)
                Proxy.newProxyInstance(
                        AtOnce.class.getClassLoader(),
                        new Class<?>[] {ScheduledExecutorService.class},
                        (proxy, method, arguments) -> {
                            if (!method.getName().equals("schedule")) {
                                throw new UnsupportedOperationException(method.getName());
                            }
                            TimeUnit unit = (TimeUnit) arguments[2];
                            waits.accept(Duration.of((long) arguments[1], unit.toChronoUnit()));
                            meanwhile.run();
                            ((Runnable) arguments[0]).run();
                            return null;
                        });
    }
}
