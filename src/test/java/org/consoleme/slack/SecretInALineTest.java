package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.consoleme.slacktwin.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret that somebody types into a command is refused, and stands nowhere afterwards. */
class SecretInALineTest {
    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "creds admin because AKIAIOSFODNN7EXAMPLE leaked",
                "find password=hunter22",
                "creds aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "because -----BEGIN RSA PRIVATE KEY-----",
                "because eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U"
            })
    void slackT64_aSecretInALineIsRefusedAndNotRepeated(String line) {
        try (LogLines log = new LogLines()) {
            // When
            engineer.compose("/consoleme x").field("text", line).send();
            // Then
            assertThat(door.twin.draw(door.answer())).contains("looks like a secret");
            String secret = line.substring(line.lastIndexOf(' ') + 1);
            assertThat(door.twin.outbound().contains(secret)).isFalse();
            assertThat(log.all()).noneMatch(text -> text.contains(secret));
        }
    }
}
