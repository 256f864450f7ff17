package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consoleme.testing.RunningStack;
import org.consoleme.testing.RunningTests;
import org.junit.jupiter.api.Test;

/**
 * The page on hazards says of each whether a test shows that it is met; and the tests are there,
 * run, and come in by the door.
 */
class HazardsPageTest {
    private static final Path PAGE = Path.of("src/docs/operator/slack-security.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| T-(\\d{2}) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern ID = Pattern.compile("(?:^|slack|_)T(\\d{2})(?=_)");
    private static final String NOT_BUILT = "not built: ";
    private static final String TEST = "test";

    /** Of what no request of Slack's has a part in. */
    private static final String ELSEWHERE = "test of grants: ";

    /** A test that holds one of these sends what Slack sends, to the servlet or the socket. */
    private static final Set<Class<?>> DOORS =
            Set.of(SlackDoor.class, AskedDoor.class, SignedSender.class, RunningStack.class);

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

    /** Whatever runs as a test and has a hazard in its name. */
    private static List<Method> tests() {
        return RunningTests.in(TESTS).stream()
                .filter(method -> ids(method).findAny().isPresent())
                .toList();
    }

    private static Stream<String> ids(Method test) {
        return ID.matcher(test.getName()).results().map(id -> id.group(1)).toList().stream();
    }

    private static Set<String> ids(Stream<Method> tests) {
        return tests.flatMap(HazardsPageTest::ids).collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static boolean comesInByTheDoor(Method test) {
        return Arrays.stream(test.getDeclaringClass().getDeclaredFields())
                .anyMatch(field -> DOORS.contains(field.getType()));
    }

    @Test
    void thePageNamesEveryHazard() throws IOException {
        assertThat(page().keySet()).isEqualTo(all());
    }

    @Test
    void noTestNamesAnother() {
        assertThat(all()).containsAll(ids(tests().stream()));
    }

    @Test
    void whatIsTestedRunsAndOneOfItsTestsComesInByTheDoor() throws IOException {
        Set<String> atTheDoor = ids(tests().stream().filter(HazardsPageTest::comesInByTheDoor));
        Set<String> anywhere = ids(tests().stream());
        page().forEach(
                        (id, shown) -> {
                            if (shown.startsWith(ELSEWHERE)) {
                                assertThat(anywhere)
                                        .as("a test whose name has T" + id)
                                        .contains(id);
                            } else if (!shown.startsWith(NOT_BUILT)) {
                                assertThat(shown).as(id).startsWith(TEST);
                                assertThat(atTheDoor)
                                        .as("a test at Slack's door whose name has T" + id)
                                        .contains(id);
                            }
                        });
    }

    @Test
    void whatIsNotBuiltHasAReasonAndNoTest() throws IOException {
        Set<String> tested = ids(tests().stream());
        page().forEach(
                        (id, shown) -> {
                            if (shown.startsWith(NOT_BUILT)) {
                                assertThat(shown.length()).as(id).isGreaterThan(30);
                                assertThat(tested).as("not built, and tested").doesNotContain(id);
                            }
                        });
    }
}
