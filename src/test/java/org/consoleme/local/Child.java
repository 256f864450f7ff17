package org.consoleme.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process of the stack: its environment is exactly what it is given, its output goes to a log,
 * and it ends with us. Its standard input stays open as long as we live, for those who watch it.
 */
final class Child implements AutoCloseable {
    private static final int LAST_LINES = 30;
    private final String name;
    private final Process process;
    private final Path log;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static Child start(
            String name, List<String> command, Map<String, String> environment, StackRun run) {
        return run.started().add(() -> launch(name, command, environment, run.state()));
    }

    private static Child launch(
            String name, List<String> command, Map<String, String> environment, StateFolder state) {
        Path log = state.log(name);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(state.root().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            state.pids().add(name, process.toHandle());
            return new Child(name, process, log);
        } catch (IOException e) {
            throw new LocalStackException(name + " did not start: " + e.getMessage(), e);
        }
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** It is to run as long as the stack does; one that ended well has done what it was for. */
    boolean isLasting() {
        return process.isAlive() || process.exitValue() != 0;
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /**
     * @throws LocalStackException with the log's last lines, if it has ended
     */
    void requireAlive() {
        if (!isAlive()) {
            throw new LocalStackException(
                    "%s ended with code %d:%n%s".formatted(name, process.exitValue(), lastLines()));
        }
    }

    /**
     * Waits for a process that has something to do and then ends.
     *
     * @throws LocalStackException with the log's last lines, if it fails or takes too long
     */
    void awaitSuccess(Duration deadline) {
        try {
            if (!process.waitFor(deadline.toSeconds(), TimeUnit.SECONDS)) {
                throw new LocalStackException(
                        "%s took longer than %d s:%n%s"
                                .formatted(name, deadline.toSeconds(), lastLines()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("interrupted while waiting for " + name, e);
        }
        if (process.exitValue() != 0) {
            requireAlive();
        }
    }

    /** The first line of the log in which this is found. */
    Optional<String> logLine(Pattern pattern) {
        return logLines().stream().filter(line -> pattern.matcher(line).find()).findFirst();
    }

    /** The end of the log, indented. */
    String lastLines() {
        List<String> lines = logLines();
        return String.join(
                        "\n    ",
                        lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
                .indent(4);
    }

    private List<String> logLines() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it and what it started, without a chance to tidy up. */
    void kill() {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    @Override
    public void close() {
        List<ProcessHandle> descendants = process.descendants().toList();
        PidFile.end(process.toHandle());
        descendants.stream().filter(ProcessHandle::isAlive).forEach(PidFile::end);
    }
}
