package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;

/**
 * What settings ask for stands in config-keys.txt, also where the key is put together: a key that
 * does not is called unknown at the start, and never comes from the environment.
 */
class KeysThatSettingsAskForTest {
    private static final Path MAIN = Path.of("src/main/java");

    @Test
    void everyKeyThatSettingsAskForStandsInTheCatalogue() throws Exception {
        TreeSet<String> missing = new TreeSet<>();
        int count = 0;
        for (Class<?> settings : settings()) {
            Asked asked = new Asked();
            build(settings, asked);
            count += asked.keys.size();
            asked.keys.stream()
                    .filter(key -> KeyCatalogue.get().covering(key).isEmpty())
                    .forEach(key -> missing.add(key + " in " + settings.getSimpleName()));
        }
        assertThat(count).isGreaterThan(100);
        assertThat(missing)
                .withFailMessage("add a line to config-keys.txt for %s", missing)
                .isEmpty();
    }

    private static List<Class<?>> settings() throws IOException, ClassNotFoundException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(KeysThatSettingsAskForTest::isBuiltFromTheConfiguration)
                            .toList();
            List<Class<?>> classes = new ArrayList<>();
            for (Path file : found) {
                String name = MAIN.relativize(file).toString().replace('/', '.');
                classes.add(Class.forName(name.substring(0, name.length() - ".java".length())));
            }
            return classes;
        }
    }

    private static boolean isBuiltFromTheConfiguration(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        try {
            return Files.readString(file)
                    .contains("static " + name + " from(Configuration configuration)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void build(Class<?> settings, Configuration configuration) throws Exception {
        Method from = settings.getDeclaredMethod("from", Configuration.class);
        from.setAccessible(true);
        try {
            from.invoke(null, configuration);
        } catch (InvocationTargetException e) {
            // an empty configuration may lack what must be there: it was asked for by then
            assertThat(e.getCause()).isInstanceOf(ProblemException.class);
        }
    }

    /** Holds nothing, and remembers what it was asked for. */
    private static final class Asked implements Configuration {
        private final TreeSet<String> keys = new TreeSet<>();

        @Override
        public Optional<String> text(String key) {
            keys.add(key);
            return Optional.empty();
        }

        @Override
        public Optional<Integer> integer(String key) {
            keys.add(key);
            return Optional.empty();
        }

        @Override
        public Optional<Boolean> flag(String key) {
            keys.add(key);
            return Optional.empty();
        }

        @Override
        public List<String> list(String key) {
            keys.add(key);
            return List.of();
        }

        @Override
        public List<Map<String, Object>> maps(String key) {
            keys.add(key);
            return List.of();
        }

        @Override
        public Map<String, Object> map(String key) {
            keys.add(key);
            return Map.of();
        }

        @Override
        public boolean isNull(String key) {
            keys.add(key);
            return false;
        }
    }
}
