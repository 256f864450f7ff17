package org.consoleme.testing;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** What the container's scheduler is to those who only repeat work; a test turns it. */
public final class HandTurned {
    private final List<Turn> turns = new ArrayList<>();

    private record Turn(Runnable work, Duration rest) {}

    /** Everything that was asked for comes once. */
    public void turn() {
        List.copyOf(turns).forEach(turn -> turn.work().run());
    }

    /**
     * What is repeated after this rest comes once.
     *
     * @throws AssertionError if nothing is
     */
    public void turnAfter(Duration rest) {
        List<Turn> due = turns.stream().filter(turn -> turn.rest().equals(rest)).toList();
        if (due.isEmpty()) {
            throw new AssertionError("nothing is repeated after " + rest + " but " + turns);
        }
        due.forEach(turn -> turn.work().run());
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
                    TimeUnit unit = (TimeUnit) arguments[3];
                    Turn turn =
                            new Turn(
                                    (Runnable) arguments[0],
                                    Duration.of((long) arguments[2], unit.toChronoUnit()));
                    turns.add(turn);
                    Object repeated =
                            proxy(ScheduledFuture.class, (name, none) -> turns.remove(turn));
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
