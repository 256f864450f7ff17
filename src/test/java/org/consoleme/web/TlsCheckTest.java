package org.consoleme.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.consoleme.operations.Check.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsCheckTest {
    @TempDir Path folder;

    @Test
    void withoutAPortThereIsNothingToSay() {
        assertThat(state(Map.of())).isEqualTo(State.OFF);
        assertThat(state(Map.of("HTTPS_PORT", "-1"))).isEqualTo(State.OFF);
    }

    @Test
    void aPortWithoutAKeyIsSaidAndWhatToSet() {
        TlsCheck check = new TlsCheck(Map.of("HTTPS_PORT", "8443"));

        assertThat(check.look().state()).isEqualTo(State.DEGRADED);
        assertThat(check.look().todo().orElseThrow()).contains("HTTPS_KEYSTORE_PASSWORD");
    }

    @Test
    void aKeyThatCannotBeReadIsSaid() {
        assertThat(state(Map.of("HTTPS_PORT", "8443", "HTTPS_KEYSTORE", "/nowhere/key.p12")))
                .isEqualTo(State.DEGRADED);
    }

    @Test
    void variablesMayLieInAFolder() throws IOException {
        Path keys = Files.writeString(folder.resolve("key.p12"), "");
        Files.writeString(folder.resolve("HTTPS_PORT"), "8443\n");
        assertThat(state(Map.of("VARIABLE_SOURCE_DIRS", folder.toString())))
                .isEqualTo(State.DEGRADED);

        Files.writeString(folder.resolve("HTTPS_KEYSTORE"), keys + "\n");

        assertThat(state(Map.of("VARIABLE_SOURCE_DIRS", folder.toString()))).isEqualTo(State.UP);
    }

    private static State state(Map<String, String> environment) {
        return new TlsCheck(environment).look().state();
    }
}
