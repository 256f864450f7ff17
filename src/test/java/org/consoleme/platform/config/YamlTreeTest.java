package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class YamlTreeTest {

    @Property(tries = 300)
    void whatTheFirstTreeSaysStays(
            @ForAll("trees") Map<String, Object> first,
            @ForAll("trees") Map<String, Object> second) {
        Map<String, Object> merged = YamlTree.merged(first, second);
        assertThat(keeps(first, merged)).isTrue();
        assertThat(merged.keySet()).containsAll(second.keySet());
    }

    @Property(tries = 100)
    void mergingATreeWithItselfChangesNothing(@ForAll("trees") Map<String, Object> tree) {
        assertThat(YamlTree.merged(tree, tree)).isEqualTo(tree);
    }

    @Example
    void listsNeverMergeAndANullIsAValue() {
        Map<String, Object> first = new HashMap<>();
        first.put("list", List.of(1));
        first.put("null", null);
        Map<String, Object> second = Map.of("list", List.of(2), "null", Map.of("a", 1), "new", 3);
        assertThat(YamlTree.merged(first, second))
                .containsEntry("list", List.of(1))
                .containsEntry("null", null)
                .containsEntry("new", 3);
    }

    @Provide
    Arbitrary<Map<String, Object>> trees() {
        return tree(3);
    }

    private static Arbitrary<Map<String, Object>> tree(int depth) {
        Arbitrary<Object> leaf =
                Arbitraries.of(Arrays.asList(1, "text", true, null, List.of("a", "b")));
        Arbitrary<Object> value =
                depth == 0
                        ? leaf
                        : Arbitraries.oneOf(leaf, tree(depth - 1).map(map -> (Object) map));
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), value).ofMaxSize(4);
    }

    /** Each value of the first tree is in the merged one, maps with more beside it. */
    private static boolean keeps(Map<String, Object> first, Map<String, Object> merged) {
        return first.entrySet().stream()
                .allMatch(
                        entry -> {
                            Object now = merged.get(entry.getKey());
                            return entry.getValue() instanceof Map<?, ?> was
                                    ? now instanceof Map<?, ?> is
                                            && keeps(YamlTree.asTree(was), YamlTree.asTree(is))
                                    : merged.containsKey(entry.getKey())
                                            && Objects.equals(entry.getValue(), now);
                        });
    }
}
