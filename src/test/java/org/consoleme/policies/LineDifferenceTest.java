package org.consoleme.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.consoleme.policies.LineDifference.Kind;
import org.consoleme.policies.LineDifference.Row;

class LineDifferenceTest {

    @Example
    void linesStandBesideTheirLikes() {
        assertThat(LineDifference.between("a\nb\nc\nd", "a\nx\nc\nd\ne"))
                .containsExactly(
                        new Row(Kind.SAME, "a", "a"),
                        new Row(Kind.CHANGED, "b", "x"),
                        new Row(Kind.SAME, "c", "c"),
                        new Row(Kind.SAME, "d", "d"),
                        new Row(Kind.ADDED, "", "e"));
        assertThat(LineDifference.between("a\nb", "b"))
                .first()
                .isEqualTo(new Row(Kind.REMOVED, "a", ""));
        assertThat(LineDifference.between("", "")).isEmpty();
    }

    @Property
    void bothTextsCanBeReadOffTheRows(
            @ForAll("texts") List<String> left, @ForAll("texts") List<String> right) {
        List<Row> rows = between(left, right);
        assertThat(rows.stream().filter(row -> row.kind() != Kind.ADDED).map(Row::left))
                .isEqualTo(left);
        assertThat(rows.stream().filter(row -> row.kind() != Kind.REMOVED).map(Row::right))
                .isEqualTo(right);
        assertThat(rows)
                .allSatisfy(
                        row ->
                                assertThat(row.kind() == Kind.SAME)
                                        .isEqualTo(row.left().equals(row.right())));
    }

    @Property
    void asManyLinesAreTheSameAsCanBe(
            @ForAll("texts") List<String> left, @ForAll("texts") List<String> right) {
        assertThat(between(left, right))
                .filteredOn(row -> row.kind() == Kind.SAME)
                .hasSize(longestCommon(left, right));
    }

    @Example
    void textsWithNothingInCommonAreComparedInTime() {
        String left = numbered("l", 20_000);
        String right = numbered("r", 20_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(LineDifference.between(left, right)).hasSize(20_000));
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("a", "b", "c", "d").list().ofMaxSize(12);
    }

    private static List<Row> between(List<String> left, List<String> right) {
        return LineDifference.between(String.join("\n", left), String.join("\n", right));
    }

    private static String numbered(String prefix, int lines) {
        return IntStream.range(0, lines)
                .mapToObj(i -> prefix + i)
                .collect(Collectors.joining("\n"));
    }

    private static int longestCommon(List<String> left, List<String> right) {
        int[][] length = new int[left.size() + 1][right.size() + 1];
        for (int i = 1; i <= left.size(); i++) {
            for (int j = 1; j <= right.size(); j++) {
                length[i][j] =
                        left.get(i - 1).equals(right.get(j - 1))
                                ? length[i - 1][j - 1] + 1
                                : Math.max(length[i - 1][j], length[i][j - 1]);
            }
        }
        return length[left.size()][right.size()];
    }
}
