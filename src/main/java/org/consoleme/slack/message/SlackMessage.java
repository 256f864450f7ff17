package org.consoleme.slack.message;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A message under construction: blocks without any mrkdwn, and a readable fallback of the same
 * words. Nothing that goes in can become markup, a mention or a link unless it was made one here.
 */
public final class SlackMessage {
    private final List<LayoutBlock> blocks = new ArrayList<>();
    private final StringBuilder fallback = new StringBuilder();
    private int used;
    private int most = SlackLimits.TOTAL;
    private boolean full;
    private Rest rest = new Rest(Optional.empty());

    /** A paragraph of styled pieces; empty ones are left out, as Slack takes none. */
    public SlackMessage line(Piece... pieces) {
        List<RichTextElement> nodes = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        for (Piece piece : pieces) {
            String text = SlackText.shown(piece.text(), SlackLimits.PIECE);
            if (!text.isEmpty()) {
                nodes.add(piece.node(text));
                said.append(text);
            }
        }
        return nodes.isEmpty()
                ? this
                : add(
                        RichTextBlock.builder()
                                .elements(
                                        List.of(
                                                RichTextSectionElement.builder()
                                                        .elements(nodes)
                                                        .build()))
                                .build(),
                        said.toString(),
                        0);
    }

    /**
     * A paragraph in a block that can be found again.
     *
     * @param block once in a message
     */
    public SlackMessage line(String block, Piece... pieces) {
        int before = blocks.size();
        line(pieces);
        if (blocks.size() > before && blocks.getLast() instanceof RichTextBlock added) {
            added.setBlockId(block);
        }
        return this;
    }

    /** A row of text with a button at its end. */
    public SlackMessage row(String text, ButtonElement button) {
        PlainTextObject shown = words(text, SlackLimits.ROW);
        return add(
                section(s -> s.text(shown).accessory(button)),
                shown.getText(),
                button.getText().getText().length());
    }

    public SlackMessage buttons(ButtonElement... buttons) {
        return add(actions(a -> a.elements(List.of(buttons))), "", labels(buttons));
    }

    /**
     * The same in a block that a click names.
     *
     * @param block once in a message
     */
    public SlackMessage buttons(String block, ButtonElement... buttons) {
        return add(actions(a -> a.blockId(block).elements(List.of(buttons))), "", labels(buttons));
    }

    private static int labels(ButtonElement... buttons) {
        return Arrays.stream(buttons).mapToInt(b -> b.getText().getText().length()).sum();
    }

    /** Small print. */
    public SlackMessage note(String text) {
        PlainTextObject shown = words(text, SlackLimits.NOTE);
        return add(context(c -> c.elements(List.of(shown))), shown.getText(), 0);
    }

    /**
     * What has no room any more is left out, rather than that Slack refuses all of it; and so is
     * what comes after, since buttons without their words would be taken for those of others.
     */
    private SlackMessage add(LayoutBlock block, String text, int labels) {
        int length = text.length() + labels;
        full |=
                blocks.size() + rest.blockCount() >= SlackLimits.BLOCKS
                        || used + length + rest.letters() > most;
        if (!full) {
            used += length;
            blocks.add(block);
            fallback.append(text).append(text.isEmpty() ? "" : "\n");
        }
        return this;
    }

    /**
     * Keeps room for what must not be left out. If something was left out until here, that is said,
     * and what comes next begins anew.
     *
     * @param letters that what comes next leaves to what comes after it
     */
    public SlackMessage keeping(int letters) {
        most = SlackLimits.TOTAL - letters;
        if (full) {
            full = false;
            note(Rest.MORE);
        }
        return this;
    }

    /** Where all of it is, if anything should have no room; to be said before all else. */
    public SlackMessage elsewhere(ButtonElement link) {
        rest = new Rest(Optional.of(link));
        return this;
    }

    /** Whether something was left out since {@link #keeping}. */
    public boolean isFull() {
        return full;
    }

    /**
     * Without emoji: {@code :white_check_mark:} stays what somebody typed. Slack takes no empty
     * text.
     */
    static PlainTextObject words(String text, int most) {
        return plainText(text.isEmpty() ? "–" : SlackText.shown(text, most), false);
    }

    /** A button that opens a page. */
    public static ButtonElement link(String actionId, String label, String url, boolean primary) {
        return button(
                b -> {
                    b.actionId(actionId).text(words(label, SlackLimits.BUTTON_TEXT)).url(url);
                    return primary ? b.style("primary") : b;
                });
    }

    /** A button that comes back to us with an id. */
    public static ButtonElement press(String actionId, String label, String id) {
        return button(
                b -> b.actionId(actionId).text(words(label, SlackLimits.BUTTON_TEXT)).value(id));
    }

    /**
     * The same, coloured.
     *
     * @param style {@code primary} or {@code danger}
     */
    public static ButtonElement press(String actionId, String label, String id, String style) {
        ButtonElement button = press(actionId, label, id);
        button.setStyle(style);
        return button;
    }

    public List<LayoutBlock> blocks() {
        List<LayoutBlock> all = new ArrayList<>(blocks);
        if (full) {
            all.addAll(rest.blocks());
        }
        return List.copyOf(all);
    }

    /** What notifications and screen readers get. */
    public String fallback() {
        return SlackText.escaped(fallback.toString().strip(), SlackLimits.FALLBACK);
    }

    /**
     * A piece of a line.
     *
     * @param style {@code null} for none: Slack's model knows no other absence
     * @param moment shown in each reader's own zone; {@code text} is for those who see no more
     */
    public record Piece(
            String text, RichTextSectionElement.TextStyle style, Optional<Instant> moment) {
        private static final String FORMAT = "{date_short_pretty} at {time}";
        private static final DateTimeFormatter UTC =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                        .withZone(ZoneOffset.UTC);

        public static Piece plain(String text) {
            return new Piece(text, null, Optional.empty());
        }

        public static Piece bold(String text) {
            return new Piece(
                    text,
                    RichTextSectionElement.TextStyle.builder().bold(true).build(),
                    Optional.empty());
        }

        public static Piece code(String text) {
            return new Piece(
                    text,
                    RichTextSectionElement.TextStyle.builder().code(true).build(),
                    Optional.empty());
        }

        /** To the minute. */
        public static Piece time(Instant moment) {
            return new Piece(UTC.format(moment), null, Optional.of(moment));
        }

        RichTextElement node(String shown) {
            return moment.<RichTextElement>map(
                            at ->
                                    RichTextSectionElement.Date.builder()
                                            .timestamp(Math.toIntExact(at.getEpochSecond()))
                                            .format(FORMAT)
                                            .fallback(shown)
                                            .build())
                    .orElseGet(
                            () ->
                                    RichTextSectionElement.Text.builder()
                                            .text(shown)
                                            .style(style)
                                            .build());
        }
    }
}
