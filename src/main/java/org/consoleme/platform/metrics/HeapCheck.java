package org.consoleme.platform.metrics;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.Optional;
import org.consoleme.operations.Check;
import org.consoleme.shared.Single;

/**
 * Whether the heap has room for what lives in it: the index of roles grows with the organization,
 * and its limit is set by hand.
 */
@Single
public class HeapCheck implements Check {
    private static final int MOST_PERCENT = 85;
    private static final String ADVICE =
            "Give the process more heap: JVM_ARGS=-Xmx1g, or more for more than 500,000 roles.";

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public Finding look() {
        return longLived().map(HeapCheck::judge).orElseGet(() -> Finding.off("not measured"));
    }

    /** What was left by the last collection of the largest heap pool; empty before the first. */
    private static Optional<MemoryUsage> longLived() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(left -> left != null && left.getMax() > 0)
                .max(Comparator.comparingLong(MemoryUsage::getMax));
    }

    static Finding judge(MemoryUsage left) {
        long percent = left.getUsed() * 100 / left.getMax();
        String detail =
                "%d MiB of %d MiB were in use after the last collection"
                        .formatted(left.getUsed() >> 20, left.getMax() >> 20);
        return percent > MOST_PERCENT ? Finding.degraded(detail, ADVICE) : Finding.up(detail);
    }
}
