package org.consoleme.web.compat.requests;

import java.lang.reflect.Proxy;
import java.util.concurrent.ScheduledExecutorService;

/** A scheduler for which no time passes: what is to run later runs now, after {@code meanwhile}. */
final class AtOnce {
    private AtOnce() {}

    static ScheduledExecutorService scheduler(Runnable meanwhile) {
        return (ScheduledExecutorService)
                Proxy.newProxyInstance(
                        AtOnce.class.getClassLoader(),
                        new Class<?>[] {ScheduledExecutorService.class},
                        (proxy, method, arguments) -> {
                            if (!method.getName().equals("schedule")) {
                                throw new UnsupportedOperationException(method.getName());
                            }
                            meanwhile.run();
                            ((Runnable) arguments[0]).run();
                            return null;
                        });
    }
}
