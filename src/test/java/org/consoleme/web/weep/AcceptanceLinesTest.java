package org.consoleme.web.weep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every acceptance line of weep's contract (section 11) is a test that carries its number, or it
 * stands here with the reason.
 */
class AcceptanceLinesTest {
    private static final Map<String, Integer> LINES =
            Map.of("cr", 25, "rl", 21, "lg", 22, "sv", 13, "mt", 8, "bi", 10);

    private static final Map<String, String> WITHOUT_A_TEST =
            Map.of(
                    "cr13", "no second factor is offered yet; cr14 has what is answered then",
                    "cr24", "weep asks nothing",
                    "rl12", "weep refuses by itself and asks nothing",
                    "sv04", "weep refuses by itself and asks nothing",
                    "mt07", "weep checks the server's certificate by itself");

    private static final Pattern NAME =
            Pattern.compile("void ((?:[a-z]{1,2}[0-9]{2}_)+)[a-zA-Z0-9]+\\(");

    @Test
    void everyLineHasATestOrAReason() throws IOException {
        Set<String> wanted = new TreeSet<>();
        LINES.forEach(
                (part, count) ->
                        IntStream.rangeClosed(1, count)
                                .forEach(n -> wanted.add(part + "%02d".formatted(n))));
        Set<String> tested = tested();

        assertThat(tested).doesNotContainAnyElementsOf(WITHOUT_A_TEST.keySet());
        wanted.removeAll(WITHOUT_A_TEST.keySet());
        assertThat(tested).containsAll(wanted);
    }

    private static Set<String> tested() throws IOException {
        Set<String> ids = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "test", "java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher names = NAME.matcher(Files.readString(source));
                while (names.find()) {
                    ids.addAll(List.of(names.group(1).toLowerCase(Locale.ROOT).split("_", -1)));
                }
            }
        }
        return ids;
    }
}
