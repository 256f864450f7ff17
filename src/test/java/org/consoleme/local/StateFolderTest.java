package org.consoleme.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir private Path root;

    @Test
    void twoStacksCannotShareOneState() {
        try (StateFolder first = StateFolder.open(root)) {
            assertThat(first.root()).isEqualTo(root);
            assertThatThrownBy(() -> StateFolder.open(root))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("already runs");
        }
        StateFolder.open(root).close();
    }

    @Test
    void startingOverKeepsThePythonEnvironmentAlone() throws IOException {
        Files.createDirectories(root.resolve("venv/bin"));
        Files.createDirectories(root.resolve("redis"));
        Files.writeString(root.resolve("redis/appendonly.aof"), "x");
        Files.writeString(root.resolve("jwt-secret"), "x");
        try (StateFolder state = StateFolder.open(root)) {
            state.empty();
        }

        assertThat(root.resolve("venv/bin")).isDirectory();
        assertThat(root.resolve("redis")).doesNotExist();
        assertThat(root.resolve("jwt-secret")).doesNotExist();
    }

    @Test
    void startingOverDeletesALinkAndNotWhatItPointsTo(@TempDir Path other) throws IOException {
        Path precious = Files.writeString(other.resolve("precious"), "x");
        try (StateFolder state = StateFolder.open(root)) {
            Files.createSymbolicLink(root.resolve("redis"), other);
            state.empty();
        }

        assertThat(precious).exists();
        assertThat(root.resolve("redis")).doesNotExist();
    }
}
