package org.consoleme.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessRegionTest {
    @Test
    void theFirstVariableThatSaysSomethingCounts() {
        assertThat(ProcessRegion.of(Map.of("EC2_REGION", "a", "AWS_REGION", "b")).name())
                .isEqualTo("a");
        assertThat(ProcessRegion.of(Map.of("EC2_REGION", " ", "AWS_REGION", "b")).name())
                .isEqualTo("b");
        assertThat(ProcessRegion.of(Map.of("AWS_DEFAULT_REGION", "c")).name()).isEqualTo("c");
        assertThat(ProcessRegion.of(Map.of()).name()).isEqualTo("us-east-1");
    }
}
