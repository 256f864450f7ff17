package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemSizeTest {
    private static long size(Object value) {
        return ItemSize.of(ItemCodec.OURS.item(Map.of("a", value)));
    }

    @Test
    void textsCountInBytesAndNamesToo() {
        assertThat(size("abc")).isEqualTo(4);
        assertThat(size("ü")).isEqualTo(3);
        assertThat(size("😀")).isEqualTo(5);
    }

    @Test
    void mapsAndListsCostThreeBytesAndOneForEachMember() {
        assertThat(size(List.of())).isEqualTo(1 + 3);
        assertThat(size(List.of("x", true))).isEqualTo(1 + 3 + 2 + 1 + 1);
        assertThat(size(Map.of("b", "cd"))).isEqualTo(1 + 3 + 1 + 1 + 2);
    }

    @Test
    void aNumberNeverCountsLessThanHalfItsDigitsAndOne() {
        assertThat(size(1234567890L)).isGreaterThanOrEqualTo(1 + 6);
    }
}
