package org.consoleme.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the end of a build says of the kinds of tests that ran. */
class LanesTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    @TempDir private Path project;

    @BeforeEach
    void startBuild() throws IOException {
        write("target/build-started", "", Duration.ZERO);
    }

    @Test
    void onlyReportsOfThisBuildCount() throws Exception {
        report("surefire", "org.example.OldTest", Duration.ofHours(-1));
        report("failsafe", "org.example.NewIT", Duration.ofMinutes(1));

        assertThat(lanes())
                .contains("lane integration  1 ran, 0 failed, 0 skipped")
                .contains("lane unit         NOT RUN: its tests were not chosen");
    }

    @Test
    void ofUnchangedSourcesOfTheConsoleItIsSaidThatTheirTestsWereGreen() throws Exception {
        report("web", "app", Duration.ofHours(-1));
        write("target/web-reports/TEST-console.xml.green", "1 2", Duration.ofHours(-1));

        assertThat(lanes())
                .contains(
                        "lane console      NOT RUN: nothing has changed since its tests were last green");
    }

    /** Else a machine without Chromium is told of a failure, and not why. */
    @Test
    void whateverNeedsABrowserIsOfTheBrowsersLane() throws IOException {
        Pattern name = Pattern.compile("Browser\\w*IT\\.java$");
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> withBrowser =
                    files.filter(file -> file.toString().endsWith("IT.java"))
                            .filter(file -> text(file).contains("new Chromium("))
                            .toList();
            assertThat(withBrowser)
                    .isNotEmpty()
                    .allMatch(file -> name.matcher(file.getFileName().toString()).find());
        }
    }

    private void report(String kind, String name, Duration afterStart) throws IOException {
        write(
                "target/" + kind + "-reports/TEST-" + name + ".xml",
                "<testsuite name='%1$s'><testcase classname='%1$s' name='a'/></testsuite>"
                        .formatted(name),
                afterStart);
    }

    private void write(String name, String text, Duration afterStart) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(START.plus(afterStart)));
    }

    private String lanes() throws Exception {
        Process process =
                new ProcessBuilder(
                                "python3",
                                Path.of(".ci/lanes.py").toAbsolutePath().toString(),
                                "--since",
                                "target/build-started")
                        .directory(project.toFile())
                        .redirectErrorStream(true)
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
