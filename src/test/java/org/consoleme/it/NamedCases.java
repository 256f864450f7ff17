package org.consoleme.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consoleme.testing.RunningTests;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The cases of policy requests that running tests name: in the names of their methods, or as the
 * first text of each of the arguments they are started with.
 */
final class NamedCases {
    private static final Path SOURCES = Path.of("src/test/java");
    private static final Pattern NAMED =
            Pattern.compile("(?:^|policy|defect)((?:[ABCLT]\\d{2}[_ ]?)+)");
    private static final Pattern ID = Pattern.compile("[ABCLT]\\d{2}");

    /** What a test shows besides. */
    private static final Pattern BESIDES = Pattern.compile("(?:^|[_ ])([ab]\\d{2})(?=_|$)");

    private static final Pattern COMMENT_OR_TEXT =
            Pattern.compile(
                    "(?s)(?<comment>//[^\\n]*+|/\\*.*?\\*/)|\"\"\".*?\"\"\""
                            + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"");
    private static final Pattern ARGUMENTS =
            Pattern.compile("Arguments\\.of\\(\\s*\"(policy[^\"]+)\"");

    private NamedCases() {}

    /** Of all tests in a folder. */
    static Set<String> in(Path folder) {
        return RunningTests.in(folder).stream()
                .flatMap(test -> Stream.concat(Stream.of(test.getName()), arguments(test)))
                .flatMap(NamedCases::ids)
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    /** Of one name. */
    static Stream<String> ids(String name) {
        return Stream.concat(
                NAMED.matcher(name)
                        .results()
                        .flatMap(cases -> ID.matcher(cases.group(1)).results())
                        .map(MatchResult::group),
                BESIDES.matcher(name).results().map(id -> id.group(1).toUpperCase(Locale.ROOT)));
    }

    private static Stream<String> arguments(Method test) {
        return AnnotationSupport.findAnnotation(test, MethodSource.class).stream()
                .flatMap(from -> Arrays.stream(from.value()))
                .flatMap(provider -> arguments(source(test.getDeclaringClass()), provider));
    }

    /**
     * The first text of each of the arguments that a method of a source makes; comments have none.
     *
     * @param source laid out by the formatter: a method ends where its indentation comes again
     */
    static Stream<String> arguments(String source, String provider) {
        String code =
                COMMENT_OR_TEXT
                        .matcher(source)
                        .replaceAll(
                                found ->
                                        found.group("comment") == null
                                                ? Matcher.quoteReplacement(found.group())
                                                : "");
        return Pattern.compile(
                        "(?ms)^( +)[\\w ]*Stream<Arguments> "
                                + Pattern.quote(provider)
                                + "\\(.*?^\\1\\}")
                .matcher(code)
                .results()
                .flatMap(method -> ARGUMENTS.matcher(method.group()).results())
                .map(first -> first.group(1));
    }

    private static String source(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        try {
            return Files.readString(
                    SOURCES.resolve(outermost.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
