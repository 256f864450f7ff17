package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page on the cases of policy requests says what shows each; and the tests are there, and run.
 */
class RequestCasesPageTest {
    private static final Path PAGE = Path.of("src/docs/migration/request-cases.md");
    private static final Path TESTS = Path.of("src/test/java/org/consoleme");
    private static final Path SERVER = TESTS.resolve("it");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([ABCLT]\\d{2}[^|]*) \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern IDS = Pattern.compile("([ABCLT])(\\d{2})(?:–\\1(\\d{2}))?");

    private static Set<String> all() {
        return Map.of("C", 30, "L", 25, "A", 26, "T", 19, "B", 36).entrySet().stream()
                .flatMap(group -> range(group.getKey(), 1, group.getValue()))
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static Stream<String> range(String group, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> String.format(Locale.ROOT, "%s%02d", group, number));
    }

    private static Stream<String> ids(String text) {
        return IDS.matcher(text)
                .results()
                .flatMap(
                        found ->
                                range(
                                        found.group(1),
                                        Integer.parseInt(found.group(2)),
                                        Integer.parseInt(
                                                found.group(3) == null
                                                        ? found.group(2)
                                                        : found.group(3))));
    }

    /** What shows it, by id. */
    private static Map<String, String> page() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        for (MatchResult row : ROW.matcher(Files.readString(PAGE)).results().toList()) {
            ids(row.group(1))
                    .forEach(id -> assertThat(shown.put(id, row.group(2).strip())).as(id).isNull());
        }
        return shown;
    }

    private static Set<String> shownBy(String how) throws IOException {
        Set<String> found = new TreeSet<>();
        page().forEach(
                        (id, shown) -> {
                            if (shown.matches(how + "\\b.*")) {
                                found.add(id);
                            }
                        });
        return found;
    }

    @Test
    void everyCaseIsOnThePageOnceWithWhatShowsIt() throws IOException {
        assertThat(page().keySet()).isEqualTo(all());
        assertThat(page().values())
                .allMatch(
                        how ->
                                List.of("server", "below", "not built").stream()
                                        .anyMatch(how::startsWith));
    }

    @Test
    void whatTheServerIsSaidToShowHasATestThere() throws IOException {
        assertThat(NamedCases.in(SERVER)).containsAll(shownBy("server"));
    }

    @Test
    void whatIsShownBelowHasATest() throws IOException {
        assertThat(NamedCases.in(TESTS)).containsAll(shownBy("below"));
    }

    @Test
    void whatIsNotBuiltSaysWhy() throws IOException {
        assertThat(page().values())
                .filteredOn(how -> how.startsWith("not built"))
                .allSatisfy(how -> assertThat(how).matches("not built: .{4,}"));
        assertThat(NamedCases.in(SERVER)).doesNotContainAnyElementsOf(shownBy("not built"));
    }
}
