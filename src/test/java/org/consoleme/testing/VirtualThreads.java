package org.consoleme.testing;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** What the container's executor is to those who only call {@code execute}; can be full. */
public final class VirtualThreads implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean full;

    /** From now on everything is rejected. */
    public void fill() {
        full = true;
    }

    /** There is room again. */
    public void drain() {
        full = false;
    }

    public ManagedExecutorService service() {
        return (ManagedExecutorService)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {ManagedExecutorService.class},
                        (proxy, method, arguments) -> {
                            if (!method.getName().equals("execute")) {
                                throw new UnsupportedOperationException(method.getName());
                            }
                            if (full) {
                                throw new RejectedExecutionException("full");
                            }
                            running.incrementAndGet();
                            threads.execute(() -> run((Runnable) arguments[0]));
                            return null;
                        });
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            running.decrementAndGet();
        }
    }

    /** Waits until nothing runs any more; ten seconds at most. */
    public void await() {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> running.get() == 0);
    }

    @Override
    public void close() {
        threads.close();
    }
}
