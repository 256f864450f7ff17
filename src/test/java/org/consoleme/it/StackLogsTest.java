package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackLogsTest {
    private static final String KEY = "a-key-that-leaked";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log/server.log",
                "log/another.log",
                "server/servers/consoleme/logs/messages.log",
                "server/servers/consoleme/logs/messages_26.01.31_10.00.00.0.log",
                "server/servers/consoleme/logs/trace.log",
                "server/servers/consoleme/logs/ffdc/ffdc_26.01.31_10.00.00.0.log",
                "server/servers/consoleme/derby.log",
                "server-another/servers/consoleme/logs/messages.log"
            })
    void aKeyInAnyLogIsFound(String log) throws IOException {
        write("log/redis.log", "ready");
        write(log, "\u00e9 secret=" + KEY + "\n");

        assertThat(new StackLogs(folder).with(KEY)).containsExactly(log);
    }

    @Test
    void whatIsInNoLogIsNotFound() throws IOException {
        write("log/server.log", "ready");
        write("configuration/consoleme.yaml", KEY);

        assertThat(new StackLogs(folder).with(KEY)).isEmpty();
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
