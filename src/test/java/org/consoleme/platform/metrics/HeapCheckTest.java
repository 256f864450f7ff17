package org.consoleme.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.MemoryUsage;
import org.consoleme.operations.Check;
import org.junit.jupiter.api.Test;

class HeapCheckTest {
    private static final long MIB = 1 << 20;

    @Test
    void aHeapThatCollectionsCannotEmptyIsDegradedAndSaysWhatToSet() {
        Check.Finding finding = HeapCheck.judge(left(150));

        assertThat(finding.state()).isEqualTo(Check.State.DEGRADED);
        assertThat(finding.detail()).contains("150 MiB of 160 MiB");
        assertThat(finding.todo()).hasValueSatisfying(todo -> assertThat(todo).contains("-Xmx"));
    }

    @Test
    void aHeapWithRoomIsFine() {
        assertThat(HeapCheck.judge(left(100)).state()).isEqualTo(Check.State.UP);
    }

    @Test
    void thisProcessIsMeasured() {
        System.gc();

        assertThat(new HeapCheck().look().detail()).contains(" MiB of ");
    }

    private static MemoryUsage left(long usedMiB) {
        return new MemoryUsage(0, usedMiB * MIB, 160 * MIB, 160 * MIB);
    }
}
