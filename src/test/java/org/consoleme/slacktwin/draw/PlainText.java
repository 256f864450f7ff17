package org.consoleme.slacktwin.draw;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;

/** A message as plain text: what golden files compare, and what a person would read aloud. */
public final class PlainText {

    private final Names names;
    private final ZoneId zone;

    public PlainText(Names names, ZoneId zone) {
        this.names = names;
        this.zone = zone;
    }

    /**
     * One line for each line that Slack would draw; buttons in square brackets, a link button with
     * its address.
     */
    public String draw(Message message) {
        return message.blocks().isEmpty()
                ? spans(Mrkdwn.read(message.text()))
                : draw(message.blocks());
    }

    /** A modal with its title and its buttons, or a Home tab. */
    public String draw(SlackView view) {
        JsonNode defined = view.definition();
        List<String> lines = new ArrayList<>(List.of("== " + view.title() + " =="));
        lines.add(draw(view.blocks()));
        String submit = text(defined.path("submit"));
        if (!submit.isEmpty()) {
            lines.add("[" + submit + "]");
        }
        return String.join("\n", lines);
    }

    private String draw(JsonNode blocks) {
        List<String> lines = new ArrayList<>();
        blocks.forEach(block -> lines.addAll(block(block)));
        return String.join("\n", lines);
    }

    private List<String> block(JsonNode block) {
        return switch (block.path("type").asText()) {
            case "section" -> section(block);
            case "header" -> List.of(text(block.path("text")));
            case "divider" -> List.of("---");
            case "context" -> List.of(joined(block.path("elements"), "  "));
            case "actions" -> List.of(joined(block.path("elements"), " "));
            case "image" -> List.of(element(block));
            case "markdown" -> List.of(block.path("text").asText());
            case "rich_text" -> richText(block.path("elements"));
            case "input" ->
                    List.of(text(block.path("label")) + ": " + element(block.path("element")));
            default -> List.of("[" + block.path("type").asText() + "]");
        };
    }

    private List<String> section(JsonNode block) {
        List<String> lines = new ArrayList<>();
        if (block.has("text")) {
            lines.add(text(block.path("text")));
        }
        block.path("fields").forEach(f -> lines.add(text(f)));
        if (block.has("accessory")) {
            lines.set(lines.size() - 1, lines.getLast() + "  " + element(block.path("accessory")));
        }
        return lines;
    }

    private List<String> richText(JsonNode groups) {
        List<String> lines = new ArrayList<>();
        for (JsonNode group : groups) {
            switch (group.path("type").asText()) {
                case "rich_text_list" -> lines.addAll(items(group));
                case "rich_text_quote" ->
                        lines.add("> " + spans(RichText.read(group.path("elements"))));
                default -> lines.add(spans(RichText.read(group.path("elements"))));
            }
        }
        return lines;
    }

    private List<String> items(JsonNode list) {
        List<String> lines = new ArrayList<>();
        boolean ordered = list.path("style").asText().equals("ordered");
        for (JsonNode item : list.path("elements")) {
            String sign = ordered ? (lines.size() + 1) + ". " : "• ";
            lines.add(sign + spans(RichText.read(item.path("elements"))));
        }
        return lines;
    }

    private String joined(JsonNode elements, String between) {
        List<String> parts = new ArrayList<>();
        elements.forEach(e -> parts.add(element(e)));
        return String.join(between, parts);
    }

    private String element(JsonNode element) {
        return switch (element.path("type").asText()) {
            case "plain_text", "mrkdwn" -> text(element);
            case "image" -> "(image: " + element.path("alt_text").asText() + ")";
            case "button" -> {
                String button = "[" + text(element.path("text")) + "]";
                yield element.has("url")
                        ? button + "(" + element.path("url").asText() + ")"
                        : button;
            }
            case "radio_buttons", "checkboxes", "static_select" -> {
                List<String> options = new ArrayList<>();
                element.path("options").forEach(o -> options.add(text(o.path("text"))));
                yield "(" + String.join(" | ", options) + ")";
            }
            case "plain_text_input" -> "[" + element.path("initial_value").asText() + "]";
            default -> {
                String label =
                        element.has("initial_option")
                                ? text(element.at("/initial_option/text"))
                                : text(element.path("placeholder"));
                yield "[" + (label.isEmpty() ? element.path("type").asText() : label) + " ▾]";
            }
        };
    }

    private String text(JsonNode text) {
        String source = text.path("text").asText();
        return spans(
                text.path("type").asText().equals("mrkdwn")
                        ? Mrkdwn.read(source)
                        : Mrkdwn.readPlain(source, text.path("emoji").asBoolean(true)));
    }

    private String spans(List<Span> spans) {
        return spans.stream().map(this::span).collect(Collectors.joining());
    }

    private String span(Span span) {
        return switch (span) {
            case Span.Text t -> t.text();
            case Span.Code c -> "`" + c.text() + "`";
            case Span.Fence f -> "```\n" + f.text() + "\n```";
            case Span.Styled s -> (s.style() == Span.Style.QUOTE ? "> " : "") + spans(s.inner());
            case Span.Link l ->
                    l.label().equals(l.url()) ? l.url() : "[" + l.label() + "](" + l.url() + ")";
            case Span.Person p -> "@" + names.user().apply(p.id());
            case Span.Room r -> "#" + names.channel().apply(r.id());
            case Span.Broadcast b -> b.name();
            case Span.Emoji e -> Emojis.draw(e.name());
            case Span.Moment m -> Moments.draw(m.at(), m.format(), zone);
        };
    }
}
