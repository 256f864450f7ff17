package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.consoleme.local.LocalStackException;
import org.consoleme.local.ServerNode;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that could not tell Slack from anybody else. */
class BlankSecretIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();
    private static final String NAME = "blank";

    @Test
    void slackT02_aServerWithABlankSigningSecretRefusesToStartAndNamesIt() throws IOException {
        ServerNode node =
                new ServerNode(
                        NAME,
                        Map.of("jobs", Map.of("enabled", false)),
                        Map.of("SLACK_SIGNING_SECRET", "    "));
        try {
            assertThatThrownBy(() -> STACK.parts().startNode(node))
                    .isInstanceOf(LocalStackException.class);

            assertThat(Files.readString(STACK.parts().log(NAME), StandardCharsets.UTF_8))
                    .contains("slack.signing_secret", "set the app's signing secret");
        } finally {
            STACK.parts().end(NAME);
        }
    }
}
