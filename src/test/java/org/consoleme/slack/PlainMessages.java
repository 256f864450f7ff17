package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.consoleme.slacktwin.workspace.Message;

/** Messages and modals in which nothing that somebody wrote is more than text. */
final class PlainMessages {
    private static final Set<String> USUAL =
            Set.of(
                    "rich_text",
                    "rich_text_section",
                    "text",
                    "section",
                    "plain_text",
                    "context",
                    "actions",
                    "button");

    private final Set<String> types = new TreeSet<>(USUAL);

    /**
     * @param more types of blocks and elements that may stand there too
     */
    PlainMessages(String... more) {
        types.addAll(Set.of(more));
    }

    void check(Message message) {
        assertThat(message.text()).doesNotContain("<").doesNotContain(">").isNotBlank();
        check(message.blocks());
    }

    void check(JsonNode blocks) {
        blocks.findParents("type").forEach(this::checkOne);
    }

    private void checkOne(JsonNode node) {
        assertThat(node.path("type").asText()).isIn(types);
        if (node.path("type").asText().equals("plain_text")) {
            assertThat(node.path("emoji").asBoolean(true)).isFalse();
        }
    }
}
