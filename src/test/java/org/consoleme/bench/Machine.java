package org.consoleme.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What the figures were taken on. Linux says it in files; elsewhere less is known. */
final class Machine {
    private Machine() {}

    static String describe() {
        return "%d × %s, Linux %s, JDK %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        line(Path.of("/proc/cpuinfo"), "model name"),
                        System.getProperty("os.version").split("-", 2)[0],
                        Runtime.version().feature());
    }

    /**
     * The load average of the last minute: 0 is a quiet machine; from about 1 on, a figure of two
     * cores says more about the neighbours.
     */
    static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** The value behind the colon of the first line that begins with {@code name}. */
    static String line(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
