package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the code asks the configuration for stands in config-keys.txt, and not as dropped; what
 * works there is asked for.
 */
class KeysThatCodeReadsTest {
    private static final Path MAIN = Path.of("src/main/java/org/consoleme");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern READ =
            Pattern.compile(
                    "onfiguration\\s*\\.(?:text|integer|flag|list|maps|map|secret|seconds|isNull)"
                            + "\\(\\s*\"([a-zA-Z_][\\w.]*)\"");

    @Test
    void everyKeyThatIsReadStandsInTheCatalogue() throws IOException {
        TreeSet<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(
                            file -> {
                                Matcher read = READ.matcher(text(file));
                                while (read.find()) {
                                    if (!mayBeRead(read.group(1))) {
                                        missing.add(read.group(1) + " in " + file.getFileName());
                                    }
                                }
                            });
        }
        assertThat(missing)
                .withFailMessage("add a line to config-keys.txt for %s", missing)
                .isEmpty();
    }

    /** A key that works is a literal of the code, or put together of literals of one class. */
    @Test
    void everyKeyThatWorksIsRead() throws IOException {
        List<Set<String>> classes = literals();
        assertThat(
                        KeyCatalogue.get().keys().stream()
                                .filter(key -> key.state() == ConfigKey.State.WORKS)
                                .map(ConfigKey::key)
                                .filter(key -> classes.stream().noneMatch(of -> isRead(key, of))))
                .withFailMessage("no code reads a key that works: mark it planned or dropped")
                .isEmpty();
    }

    @Test
    void aKeyThatNobodyReadsWouldBeSeen() throws IOException {
        assertThat(literals()).noneMatch(of -> isRead("aws.no_such_key", of));
    }

    private static List<Set<String>> literals() throws IOException {
        Set<String> overrides = literals(MAIN.resolve("platform/archive/ArchivePlace.java"));
        Set<String> dynamic =
                literals(MAIN.resolve("platform/config/DynamicConfigurationReader.java"));
        List<Set<String>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(KeysThatCodeReadsTest::mayRead).toList()) {
                Set<String> own = literals(file);
                if (text(file).contains("ArchivePlace.of(")) {
                    own.addAll(overrides);
                }
                if (own.contains("dynamic_config")) {
                    own.addAll(dynamic);
                    own.add("dynamic_config.");
                }
                classes.add(own);
            }
        }
        return classes;
    }

    /** The repair knows the names of keys that hold accounts, and reads none. */
    private static boolean mayRead(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") && !name.equals("AccountIdRepair.java");
    }

    private static Set<String> literals(Path file) {
        Set<String> literals = new HashSet<>();
        Matcher literal = LITERAL.matcher(text(file));
        while (literal.find()) {
            literals.add(literal.group(1));
        }
        return literals;
    }

    /** {@code <name>} in a key stands for what the code puts there. */
    private static boolean isRead(String key, Set<String> literals) {
        return key.isEmpty()
                || literals.contains(key)
                || literals.stream()
                        .filter(part -> part.length() > 1)
                        .anyMatch(part -> goesOn(key, part, literals));
    }

    private static boolean goesOn(String key, String part, Set<String> literals) {
        if (!key.startsWith(part)) {
            return false;
        }
        String rest = key.substring(part.length());
        return rest.startsWith("<")
                ? isRead(rest.substring(rest.indexOf('>') + 1), literals)
                : isRead(rest, literals);
    }

    private static boolean mayBeRead(String key) {
        return KeyCatalogue.get()
                .covering(key)
                .filter(row -> row.state() != ConfigKey.State.DROPPED)
                .isPresent();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
