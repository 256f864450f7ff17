package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the code asks the configuration for stands in config-keys.txt, and not as dropped. */
class KeysThatCodeReadsTest {
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
