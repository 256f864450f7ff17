package org.consoleme.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir private Path folder;

    @Test
    void aLeftoverWithTheSameStartTimeIsEnded() throws IOException {
        Process leftover = new ProcessBuilder(List.of("cat")).start();
        PidFile pids = new PidFile(folder.resolve("pids"));
        pids.add("redis", leftover.toHandle());

        new PidFile(folder.resolve("pids")).endLeftovers(Progress.silent());

        assertThat(leftover.isAlive()).isFalse();
        assertThat(folder.resolve("pids")).doesNotExist();
    }

    @Test
    void aProcessThatOnlyHasTheSameNumberIsLeftAlone() throws IOException {
        Process other = new ProcessBuilder(List.of("cat")).start();
        try {
            Files.writeString(folder.resolve("pids"), "redis " + other.pid() + " 1000000000000\n");

            new PidFile(folder.resolve("pids")).endLeftovers(Progress.silent());

            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroy();
        }
    }

    @Test
    void aTornFileEndsNothing() throws IOException {
        Files.writeString(
                folder.resolve("pids"),
                "redis\nredis " + ProcessHandle.current().pid() + "\nredis x y\n\n");

        new PidFile(folder.resolve("pids")).endLeftovers(Progress.silent());

        assertThat(folder.resolve("pids")).doesNotExist();
    }
}
