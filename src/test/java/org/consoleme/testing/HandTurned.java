package org.consoleme.testing;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;

/** What the container's scheduler is to those who only repeat work; a test turns it. */
public final class HandTurned {
    private final List<Runnable> turns = new ArrayList<>();

    /** Everything that was asked for comes once. */
    public void turn() {
        List.copyOf(turns).forEach(Runnable::run);
    }

    /** How much is repeated. */
    public int size() {
        return turns.size();
    }

    public ManagedScheduledExecutorService service() {
        return proxy(
                ManagedScheduledExecutorService.class,
                (method, arguments) -> {
                    if (!method.equals("scheduleWithFixedDelay")) {
                        throw new UnsupportedOperationException(method);
                    }
                    Runnable work = (Runnable) arguments[0];
                    turns.add(work);
                    Object repeated =
                            proxy(ScheduledFuture.class, (name, none) -> turns.remove(work));
                    return repeated;
                });
    }

    private interface Answers {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        HandTurned.class.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
    }
}
