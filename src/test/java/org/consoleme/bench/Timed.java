package org.consoleme.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/**
 * Times calls in this process, one after the other, after some that do not count. Beside the time
 * on the clock stands the CPU time of the calling thread, which neighbours on the machine change
 * least.
 *
 * @param clock microseconds
 * @param cpu microseconds
 */
record Timed(Histogram clock, Histogram cpu) {
    private static final long HIGHEST_MICROS = TimeUnit.SECONDS.toMicros(60);
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * @param count of calls, or as many as fit into 30 s
     * @param call the n-th; never answers null
     */
    static Timed calls(int warming, int count, IntFunction<?> call) {
        measured(warming, call);
        return measured(count, call);
    }

    private static Timed measured(int count, IntFunction<?> call) {
        Histogram clock = new Histogram(HIGHEST_MICROS, 3);
        Histogram cpu = new Histogram(HIGHEST_MICROS, 3);
        long begin = System.nanoTime();
        for (int i = 0; i < count && System.nanoTime() - begin < MOST_NANOS; i++) {
            long startCpu = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            Objects.requireNonNull(call.apply(i));
            clock.recordValue(micros(System.nanoTime() - start));
            cpu.recordValue(micros(THREADS.getCurrentThreadCpuTime() - startCpu));
        }
        return new Timed(clock, cpu);
    }

    private static long micros(long nanos) {
        return Math.min(HIGHEST_MICROS, nanos / 1000);
    }

    String words() {
        return words(clock) + "; CPU p99 " + millis(cpu.getValueAtPercentile(99)) + " ms";
    }

    static String words(Histogram micros) {
        return "p50 %s, p99 %s, max %s ms"
                .formatted(
                        millis(micros.getValueAtPercentile(50)),
                        millis(micros.getValueAtPercentile(99)),
                        millis(micros.getMaxValue()));
    }

    static String millis(long micros) {
        return String.format(Locale.ROOT, micros < 10_000 ? "%.2f" : "%.0f", micros / 1e3);
    }
}
