package org.consoleme.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The Python environment of the stand-in AWS and of the {@code aws} command, made once and again
 * whenever its pinned requirements change.
 */
final class MotoEnvironment {
    private static final List<String> PYTHONS =
            List.of(
                    "python3",
                    "python3.14",
                    "python3.13",
                    "python3.12",
                    "python3.11",
                    "python3.10");

    private static final String FITS =
            "import sys, venv, ensurepip; sys.exit(0 if sys.version_info >= (3, 10) else 1)";
    private static final long CHECK_SECONDS = 30;
    private static final long INSTALL_MINUTES = 15;

    /** Threads of one process cannot wait for each other at a file's lock. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path folder;
    private final Started started;
    private final Progress progress;

    private MotoEnvironment(Path folder, Started started, Progress progress) {
        this.folder = folder;
        this.started = started;
        this.progress = progress;
    }

    /** One for all stacks and tests of a repository: it takes a minute to make. */
    static MotoEnvironment of(Path project, Started started, Progress progress) {
        return new MotoEnvironment(project.resolve(".local-stack/venv"), started, progress);
    }

    Path python() {
        return folder.resolve("bin/python");
    }

    /**
     * Waits for whoever makes it right now.
     *
     * @throws LocalStackException if there is no fitting Python, or a package cannot be had
     */
    void ensure() {
        if (isInstalled()) {
            return;
        }
        synchronized (ONE_AT_A_TIME) {
            try {
                Files.createDirectories(folder);
                Path beside = folder.toRealPath().resolveSibling("venv.lock");
                try (FileChannel channel =
                                FileChannel.open(
                                        beside,
                                        StandardOpenOption.CREATE,
                                        StandardOpenOption.WRITE);
                        FileLock _ = channel.lock()) {
                    if (!isInstalled()) {
                        install();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean isInstalled() {
        return resource("requirements.txt").equals(read(installed()).orElse(""))
                && Files.isExecutable(python());
    }

    private Path installed() {
        return folder.resolve("installed.txt");
    }

    private void install() throws IOException {
        String wanted = resource("requirements.txt");
        progress.say(
                "installing the stand-in AWS into "
                        + folder
                        + " (once, about 480 MB): "
                        + wanted.strip().replace("\n", ", "));
        require("venv", List.of(findPython(), "-m", "venv", "--clear", folder.toString()));
        Path requirements = Files.writeString(folder.resolve("requirements.txt"), wanted);
        require(
                "pip",
                List.of(
                        python().toString(),
                        "-m",
                        "pip",
                        "install",
                        "--disable-pip-version-check",
                        "--progress-bar=off",
                        "--requirement",
                        requirements.toString()));
        Files.writeString(installed(), wanted);
    }

    static String resource(String name) {
        try (var stream = MotoEnvironment.class.getResourceAsStream("/local/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String findPython() {
        return PYTHONS.stream()
                .filter(python -> exitCode(List.of(python, "-c", FITS), CHECK_SECONDS, false) == 0)
                .findFirst()
                .orElseThrow(
                        () ->
                                new LocalStackException(
                                        "Python 3.10 or newer with venv is needed: install it"
                                                + " (Debian: apt-get install python3-venv)"));
    }

    private void require(String what, List<String> command) {
        int code = exitCode(command, TimeUnit.MINUTES.toSeconds(INSTALL_MINUTES), true);
        if (code != 0) {
            throw new LocalStackException(
                    what + " failed with code " + code + "; what it said stands above");
        }
    }

    /**
     * Runs with the shell's own environment: how pip reaches its index (proxies, mirrors,
     * certificates) is the machine's business.
     *
     * @return -1 if there is no such command, or it took too long
     */
    private int exitCode(List<String> command, long seconds, boolean shown) {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                shown
                                        ? ProcessBuilder.Redirect.INHERIT
                                        : ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
        try (Command running = started.add(() -> Command.start(builder))) {
            Process process = running.process();
            return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        } catch (UncheckedIOException e) {
            return -1; // no such command
        }
    }

    private record Command(Process process) implements AutoCloseable {
        static Command start(ProcessBuilder builder) {
            try {
                return new Command(builder.start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
