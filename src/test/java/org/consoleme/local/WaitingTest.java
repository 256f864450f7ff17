package org.consoleme.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Waits that need not run into their time-out. */
@Timeout(30)
class WaitingTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir private Path folder;
    private StateFolder state;
    private StackRun run;

    @BeforeEach
    void open() {
        state = StateFolder.open(folder);
        run =
                new StackRun(
                        StackSettings.forTest(Path.of("").toAbsolutePath(), folder),
                        state,
                        new Started(),
                        Progress.silent());
    }

    @AfterEach
    void close() {
        run.started().close();
        state.close();
    }

    @Test
    void aProcessThatSaysItNeverWillIsNotWaitedFor() {
        Child child = shell("echo 'CWWKZ0002E: slack.signing_secret is missing'; cat");

        assertThatThrownBy(
                        () ->
                                Waiting.until(
                                        child, LONG, () -> false, Pattern.compile("CWWKZ0002E")))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("server did not start")
                .hasMessageContaining("slack.signing_secret is missing");
    }

    @Test
    void aProcessThatEndsIsNotWaitedForAndItsLogIsQuoted() {
        Child child = shell("echo 'no such file'; exit 3");

        assertThatThrownBy(() -> Waiting.until(child, LONG, () -> false))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("code 3")
                .hasMessageContaining("no such file");
    }

    @Test
    void aSilentProcessIsGivenUpAndItsLogIsQuoted() {
        Child child = shell("echo 'still loading'; cat");

        assertThatThrownBy(() -> Waiting.until(child, Duration.ofMillis(500), () -> false))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("did not answer")
                .hasMessageContaining("still loading");
    }

    private Child shell(String script) {
        return Child.start(
                "server", List.of("sh", "-c", script), Map.of("PATH", System.getenv("PATH")), run);
    }
}
