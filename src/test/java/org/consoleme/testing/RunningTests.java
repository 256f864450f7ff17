package org.consoleme.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The tests that run: methods marked as tests, not disabled, of classes that the build starts, or
 * inherited or nested there. What a source only speaks of is none.
 */
public final class RunningTests {
    private static final Path SOURCES = Path.of("src/test/java");

    /** What Surefire and Failsafe are told to start. */
    private static final Pattern STARTED = Pattern.compile(".*(?:Test|IT|CT)\\.java");

    private RunningTests() {}

    /** Those of all classes whose sources are in a folder of the tests' sources. */
    public static List<Method> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> STARTED.matcher(file.toString()).matches())
                    .flatMap(file -> of(compiled(file)))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of one class and of what is nested in it. */
    public static Stream<Method> of(Class<?> type) {
        return withNested(type)
                .flatMap(
                        each ->
                                AnnotationSupport.findAnnotatedMethods(
                                        each, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                                        .stream())
                .filter(method -> !AnnotationSupport.isAnnotated(method, Disabled.class));
    }

    private static Stream<Class<?>> withNested(Class<?> type) {
        if (Modifier.isAbstract(type.getModifiers())
                || AnnotationSupport.isAnnotated(type, Disabled.class)) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(type),
                ReflectionSupport.findNestedClasses(
                                type, each -> AnnotationSupport.isAnnotated(each, Nested.class))
                        .stream()
                        .flatMap(RunningTests::withNested));
    }

    private static Class<?> compiled(Path file) {
        String path = SOURCES.relativize(file).toString();
        String name = path.substring(0, path.length() - ".java".length()).replace('/', '.');
        try {
            return Class.forName(name, false, RunningTests.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name + " is not compiled", e);
        }
    }
}
