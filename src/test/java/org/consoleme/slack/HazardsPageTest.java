package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page on hazards says of each whether a test shows that it is met; and the tests are there.
 */
class HazardsPageTest {
    private static final Path PAGE = Path.of("src/docs/operator/slack-security.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| T-(\\d{2}) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern NAME =
            Pattern.compile("void (\\w*?(?:slack|\\b|_)T\\d{2}_\\w+)\\(");
    private static final Pattern ID = Pattern.compile("(?:^|slack|_)T(\\d{2})(?=_)");
    private static final String NOT_BUILT = "not built: ";

    private static Set<String> all() {
        return Stream.of(
                        IntStream.rangeClosed(1, 12),
                        IntStream.rangeClosed(20, 33),
                        IntStream.rangeClosed(40, 50),
                        IntStream.rangeClosed(60, 70),
                        IntStream.rangeClosed(80, 88))
                .flatMap(range -> range.mapToObj(id -> String.format(Locale.ROOT, "%02d", id)))
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static Map<String, String> page() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            assertThat(rows.put(row.group(1), row.group(3).strip())).as(row.group(1)).isNull();
        }
        return rows;
    }

    private static Set<String> tested() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(HazardsPageTest::ids)
                    .collect(TreeSet::new, Set::add, Set::addAll);
        }
    }

    private static Stream<String> ids(Path file) {
        try {
            return NAME
                    .matcher(Files.readString(file))
                    .results()
                    .flatMap(name -> ID.matcher(name.group(1)).results())
                    .map(id -> id.group(1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thePageNamesEveryHazard() throws IOException {
        assertThat(page().keySet()).isEqualTo(all());
    }

    @Test
    void whatThePageSaysIsTestedIsAndWhatIsNotBuiltHasAReason() throws IOException {
        Set<String> tested = tested();
        page().forEach(
                        (id, shown) -> {
                            if (shown.startsWith(NOT_BUILT)) {
                                assertThat(shown.length()).as(id).isGreaterThan(30);
                            } else {
                                assertThat(tested).as("a test whose name has T" + id).contains(id);
                            }
                        });
    }
}
