package org.consoleme.slack.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.code;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.consoleme.slacktwin.blocks.BlockKitLimits;
import org.consoleme.slacktwin.blocks.Surface;
import org.consoleme.slacktwin.http.Json;

class SlackMessageTest {

    @Property(tries = 300)
    void slackTakesWhateverTextGoesIn(@ForAll("texts") List<String> texts) {
        // Given
        SlackMessage message = new SlackMessage();
        for (String text : texts) {
            message.line(plain(text), bold(text), code(text))
                    .row(text, SlackMessage.press("creds.use", "Use", "id"))
                    .buttons(
                            SlackMessage.link(
                                    "creds.open", text + "x", "https://example.com", true))
                    .note(text);
        }
        // When
        JsonNode blocks = blocks(message);
        // Then
        assertThat(BlockKitLimits.problems(blocks, Surface.MESSAGE)).isEmpty();
        assertThat(BlockKitLimits.total(blocks)).isLessThanOrEqualTo(BlockKitLimits.TOTAL);
        assertThat(blocks.findValuesAsText("type")).doesNotContain("mrkdwn", "link", "user");
        assertThat(message.fallback()).doesNotContain("<").doesNotContain(">");
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> odd =
                Arbitraries.of(
                        "", " ", "<!channel>", "😀".repeat(2000), "\u0000".repeat(999), "&<>");
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(200), odd).list().ofMaxSize(20);
    }

    @Example
    void slackT63_whatFindsNoRoomIsLeftOutNotCutInTheMiddleAndThatIsSaid() {
        // Given
        SlackMessage message = new SlackMessage();
        // When
        for (int i = 0; i < 60; i++) {
            message.note("note " + i);
        }
        // Then
        assertThat(message.blocks()).hasSize(50);
        assertThat(message.fallback()).contains("note 48").doesNotContain("note 49");
        assertThat(message.blocks().getLast().toString()).contains("There is more than fits here");
    }

    @Example
    void slackT63_afterWhatWasLeftOutComesNothingButWhatRoomWasKeptFor() {
        // Given
        SlackMessage message = new SlackMessage().keeping(3000);
        // When
        for (int i = 0; i < 8; i++) {
            message.line(plain(i + "x".repeat(1400)));
        }
        boolean full = message.isFull();
        message.keeping(0).buttons(SlackMessage.press("x.y", "Use", "1"));
        // Then
        assertThat(full).isTrue();
        assertThat(message.isFull()).isFalse();
        JsonNode blocks = blocks(message);
        assertThat(blocks.findValuesAsText("type"))
                .filteredOn(type -> type.matches("rich_text|context|actions"))
                .endsWith("rich_text", "context", "actions");
        assertThat(blocks).hasSize(9);
    }

    @Example
    void theFallbackSaysTheSameWords() {
        SlackMessage message =
                new SlackMessage()
                        .line(plain("a "), bold("b"))
                        .row("c", SlackMessage.press("x.y", "Use", "1"))
                        .note("d & e");
        assertThat(message.fallback()).isEqualTo("a b\nc\nd &amp; e");
    }

    private static JsonNode blocks(SlackMessage message) {
        return Json.read(GsonFactory.createSnakeCase().toJson(message.blocks())).orElseThrow();
    }
}
