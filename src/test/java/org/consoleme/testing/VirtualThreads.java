package org.consoleme.testing;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** What the container's executor is to those who only call {@code execute}; can be full. */
public final class VirtualThreads implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
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
                            threads.execute((Runnable) arguments[0]);
                            return null;
                        });
    }

    @Override
    public void close() {
        threads.close();
    }
}
