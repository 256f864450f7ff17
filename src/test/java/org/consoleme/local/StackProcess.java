package org.consoleme.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The local stack as a person runs it: a process of its own, stopped by Ctrl-C. */
final class StackProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(60);

    /** Signal 2, as a bit. */
    private static final long SIGINT = 1 << 1;

    private final Process process;
    private final Path log;
    private final JsonNode description;

    private StackProcess(Process process, Path log, JsonNode description) {
        this.process = process;
        this.log = log;
        this.description = description;
    }

    /** Returns when the stack is ready. */
    static StackProcess start(ProjectCopy copy, Map<String, String> environment)
            throws IOException {
        Path log = copy.folder().resolve("stack.log");
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                TestClassPath.text(),
                                LocalStack.class.getName(),
                                copy.folder().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            Awaitility.await()
                    .atMost(START)
                    .until(() -> !process.isAlive() || Files.exists(copy.description()));
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended:\n" + Files.readString(log));
            }
            return new StackProcess(
                    process, log, new ObjectMapper().readTree(copy.description().toFile()));
        } catch (RuntimeException | IOException e) {
            process.destroy();
            throw e;
        }
    }

    URI server() {
        return URI.create(description.path("server").textValue());
    }

    URI aws() {
        return URI.create(description.path("aws").textValue());
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    /** This process and all that it started. */
    List<ProcessHandle> all() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    }

    /** The terminal sends the signal to every process of the group. */
    void controlC() throws IOException {
        List<ProcessHandle> all = all();
        List<String> kill = new ArrayList<>(List.of("kill", signal()));
        all.forEach(each -> kill.add(Long.toString(each.pid())));
        new ProcessBuilder(kill).inheritIO().start();
        Awaitility.await().atMost(STOP).until(() -> !process.isAlive());
    }

    /** A build in the background has Ctrl-C's own signal ignored, and so have its children. */
    private static String signal() throws IOException {
        Path own = Path.of("/proc/self/status");
        boolean ignored =
                Files.exists(own)
                        && Files.readAllLines(own).stream()
                                .filter(line -> line.startsWith("SigIgn:"))
                                .map(line -> line.substring("SigIgn:".length()).strip())
                                .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & SIGINT) != 0);
        return ignored ? "-TERM" : "-INT";
    }

    @Override
    public void close() {
        List<ProcessHandle> all = all();
        process.destroy();
        Awaitility.await().atMost(STOP).until(() -> !process.isAlive());
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
