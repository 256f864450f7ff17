package org.consoleme.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The processes that a stack started, on disk, so that the next start can end what a killed run
 * left behind. A process is ours only if its start time fits too: numbers are given anew.
 */
final class PidFile {
    /** How far the start time of one process may seem to move: the kernel counts from its boot. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final long GRACE_SECONDS = 10;
    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    synchronized void add(String name, ProcessHandle process) {
        Optional<Instant> started = process.info().startInstant();
        if (started.isEmpty()) {
            return; // it has ended already, or the machine does not tell: never guess later
        }
        try {
            Files.writeString(
                    file,
                    "%s %d %d%n".formatted(name, process.pid(), started.get().toEpochMilli()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the processes that are still the ones written down, and empties the file. */
    synchronized void endLeftovers(Progress progress) {
        for (String line : lines()) {
            leftover(line)
                    .ifPresent(
                            process -> {
                                progress.say(
                                        "ending %s (process %d), left over from a killed run"
                                                .formatted(name(line), process.pid()));
                                end(process);
                            });
        }
        clear();
    }

    synchronized void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> leftover(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 3 || !(words[1] + words[2]).matches("[0-9]{2,30}")) {
            return Optional.empty();
        }
        Instant written = Instant.ofEpochMilli(Long.parseLong(words[2]));
        return ProcessHandle.of(Long.parseLong(words[1]))
                .filter(process -> startedAt(process, written));
    }

    private static boolean startedAt(ProcessHandle process, Instant written) {
        return process.info()
                .startInstant()
                .filter(at -> Duration.between(at, written).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
    }

    static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            process.destroyForcibly();
        }
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
