package org.consoleme.slack.message;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import java.util.ArrayList;
import java.util.List;

/**
 * A message under construction: blocks without any mrkdwn, and a readable fallback of the same
 * words. Nothing that goes in can become markup, a mention or a link unless it was made one here.
 */
public final class SlackMessage {
    private final List<LayoutBlock> blocks = new ArrayList<>();
    private final StringBuilder fallback = new StringBuilder();

    /** A paragraph of styled pieces. */
    public SlackMessage line(Piece... pieces) {
        List<RichTextElement> nodes = new ArrayList<>();
        for (Piece piece : pieces) {
            String text = SlackText.shown(piece.text(), SlackLimits.SECTION_TEXT);
            nodes.add(
                    RichTextSectionElement.Text.builder().text(text).style(piece.style()).build());
            fallback.append(piece.text());
        }
        fallback.append('\n');
        blocks.add(
                RichTextBlock.builder()
                        .elements(List.of(RichTextSectionElement.builder().elements(nodes).build()))
                        .build());
        return this;
    }

    /** A row of text with a button at its end. */
    public SlackMessage row(String text, ButtonElement button) {
        blocks.add(
                section(
                        s ->
                                s.text(plainText(SlackText.shown(text, SlackLimits.SECTION_TEXT)))
                                        .accessory(button)));
        fallback.append(text).append('\n');
        return this;
    }

    public SlackMessage buttons(ButtonElement... buttons) {
        List<BlockElement> elements = new ArrayList<>(List.of(buttons));
        blocks.add(actions(a -> a.elements(elements)));
        return this;
    }

    /** Small print. */
    public SlackMessage note(String text) {
        blocks.add(
                context(
                        c ->
                                c.elements(
                                        List.of(
                                                plainText(
                                                        SlackText.shown(
                                                                text,
                                                                SlackLimits.SECTION_TEXT))))));
        fallback.append(text).append('\n');
        return this;
    }

    /** A button that opens a page. */
    public static ButtonElement link(String actionId, String label, String url, boolean primary) {
        return button(
                b -> {
                    b.actionId(actionId)
                            .text(plainText(SlackText.shown(label, SlackLimits.BUTTON_TEXT)))
                            .url(url);
                    return primary ? b.style("primary") : b;
                });
    }

    /** A button that comes back to us with an id. */
    public static ButtonElement press(String actionId, String label, String id) {
        return button(
                b ->
                        b.actionId(actionId)
                                .text(plainText(SlackText.shown(label, SlackLimits.BUTTON_TEXT)))
                                .value(id));
    }

    public List<LayoutBlock> blocks() {
        return blocks.size() <= SlackLimits.BLOCKS
                ? List.copyOf(blocks)
                : List.copyOf(blocks.subList(0, SlackLimits.BLOCKS));
    }

    /** What notifications and screen readers get. */
    public String fallback() {
        return SlackText.escaped(fallback.toString().strip(), SlackLimits.FALLBACK);
    }

    /**
     * A piece of a line.
     *
     * @param style {@code null} for none: Slack's model knows no other absence
     */
    public record Piece(String text, RichTextSectionElement.TextStyle style) {
        public static Piece plain(String text) {
            return new Piece(text, null);
        }

        public static Piece bold(String text) {
            return new Piece(text, RichTextSectionElement.TextStyle.builder().bold(true).build());
        }

        public static Piece code(String text) {
            return new Piece(text, RichTextSectionElement.TextStyle.builder().code(true).build());
        }
    }
}
