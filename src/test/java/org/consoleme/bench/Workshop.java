package org.consoleme.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.consoleme.local.LocalStackParts;
import org.consoleme.local.StackSettings;

/**
 * Where benchmarks work: {@code target/bench}.
 *
 * @param project the repository's folder, with what the build made in {@code target}
 */
record Workshop(Path project) {
    /** Empty, and of one benchmark alone. */
    Path folder(String name) {
        Path folder = project.resolve("target/bench").resolve(name);
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> tree = Files.walk(folder)) {
                    List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
                    for (Path each : deepestFirst) {
                        Files.delete(each);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Real dependencies, each started by who needs it. */
    StackSettings stack(String name) {
        return StackSettings.forTest(project, folder(name));
    }

    /** Ends with us, however we end. */
    LocalStackParts open(StackSettings settings) {
        LocalStackParts parts = LocalStackParts.open(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close));
        return parts;
    }

    static void say(String text) {
        System.out.println("[bench] " + text);
    }
}
