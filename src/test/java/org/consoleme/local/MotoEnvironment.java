package org.consoleme.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final Path folder;
    private final StackRun run;

    /**
     * @param folder where it lies, or will lie
     */
    MotoEnvironment(Path folder, StackRun run) {
        this.folder = folder;
        this.run = run;
    }

    Path python() {
        return folder.resolve("bin/python");
    }

    /**
     * @throws LocalStackException if there is no fitting Python, or a package cannot be had
     */
    void ensure() {
        String wanted = resource("requirements.txt");
        Path installed = folder.resolve("installed.txt");
        if (wanted.equals(read(installed).orElse("")) && Files.isExecutable(python())) {
            return;
        }
        run.progress()
                .say(
                        "installing the stand-in AWS into "
                                + folder
                                + " (once, about 480 MB): "
                                + wanted.strip().replace("\n", ", "));
        require("venv", List.of(findPython(), "-m", "venv", "--clear", folder.toString()));
        try {
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
            Files.writeString(installed, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        try (Command running = run.started().add(() -> Command.start(builder))) {
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
