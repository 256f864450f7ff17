package org.consoleme.slacktwin.draw;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consoleme.slacktwin.workspace.Message;

/**
 * A message as HTML, much as Slack draws it. All text is escaped; pictures are named, never
 * fetched.
 */
public final class Html {

    private final Names names;
    private final ZoneId zone;
    private final FieldHtml fields = new FieldHtml(this::text);

    public Html(Names names, ZoneId zone) {
        this.names = names;
        this.zone = zone;
    }

    public String draw(Message message) {
        if (message.blocks().isEmpty()) {
            return SafeHtml.element("div", "section", spans(Mrkdwn.read(message.text())));
        }
        return draw(message.blocks());
    }

    /** The blocks of a modal or a Home tab, with fields to fill in. */
    public String draw(JsonNode blocks) {
        return all(blocks, this::block);
    }

    private String block(JsonNode block) {
        return switch (block.path("type").asText()) {
            case "section" -> section(block);
            case "header" -> SafeHtml.element("div", "header", text(block.path("text")));
            case "divider" -> "<hr>";
            case "context" ->
                    SafeHtml.element("div", "context", all(block.path("elements"), this::element));
            case "actions" ->
                    SafeHtml.element(
                            "div", "actions", all(block.path("elements"), e -> element(block, e)));
            case "input" -> input(block);
            case "image" -> SafeHtml.element("div", "section", element(block));
            case "markdown" ->
                    SafeHtml.element(
                            "div", "section", SafeHtml.escape(block.path("text").asText()));
            case "rich_text" ->
                    SafeHtml.element(
                            "div", "section", all(block.path("elements"), this::richGroup));
            default ->
                    SafeHtml.element(
                            "div", "unknown", SafeHtml.escape(block.path("type").asText()));
        };
    }

    private String section(JsonNode block) {
        String body = SafeHtml.element("div", "words", text(block.path("text")));
        if (block.has("fields")) {
            body +=
                    SafeHtml.element(
                            "div",
                            "fields",
                            all(
                                    block.path("fields"),
                                    f -> SafeHtml.element("div", "field", text(f))));
        }
        String accessory = block.has("accessory") ? element(block, block.path("accessory")) : "";
        return SafeHtml.element(
                "div", "section", SafeHtml.element("div", "grow", body) + accessory);
    }

    /** A label around its field; a group of choices has a legend. */
    private String input(JsonNode block) {
        JsonNode element = block.path("element");
        String label = text(block.path("label"));
        if (block.path("optional").asBoolean()) {
            label += SafeHtml.element("span", "optional", " (optional)");
        }
        String id = block.path("block_id").asText();
        boolean choice = FieldHtml.isChoice(element);
        String control =
                FieldHtml.isField(element)
                        ? fields.draw(
                                id,
                                element,
                                block.path("dispatch_action").asBoolean(),
                                block.at("/label/text").asText(),
                                block.at("/hint/text").asText())
                        : element(element);
        String hint =
                block.has("hint")
                        ? SafeHtml.element("span", "hinted", text(block.path("hint")))
                        : "";
        String outer = choice ? "fieldset" : "label";
        return "<%s class=\"input\"%s>%s%s%s<span class=\"wrong\" role=\"alert\"></span></%s>"
                .formatted(
                        outer,
                        SafeHtml.attribute("data-block", id),
                        SafeHtml.element(choice ? "legend" : "span", "label", label),
                        control,
                        hint,
                        outer);
    }

    private String element(JsonNode block, JsonNode element) {
        return FieldHtml.isField(element)
                ? fields.draw(
                        block.path("block_id").asText(),
                        element,
                        true,
                        element.at("/placeholder/text").asText(),
                        "")
                : element(element);
    }

    private String richGroup(JsonNode group) {
        String inner = spans(RichText.read(group.path("elements")));
        return switch (group.path("type").asText()) {
            case "rich_text_list" -> {
                String tag = group.path("style").asText().equals("ordered") ? "ol" : "ul";
                yield SafeHtml.element(
                        tag,
                        "list",
                        all(
                                group.path("elements"),
                                i ->
                                        SafeHtml.element(
                                                "li",
                                                "item",
                                                spans(RichText.read(i.path("elements"))))));
            }
            case "rich_text_preformatted" -> SafeHtml.element("pre", "fence", inner);
            case "rich_text_quote" -> SafeHtml.element("blockquote", "quote", inner);
            default -> SafeHtml.element("div", "words", inner);
        };
    }

    private String element(JsonNode element) {
        return switch (element.path("type").asText()) {
            case "plain_text", "mrkdwn" -> SafeHtml.element("span", "words", text(element));
            case "image" ->
                    SafeHtml.element(
                            "span", "picture", SafeHtml.escape(element.path("alt_text").asText()));
            case "button" -> button(element);
            default ->
                    SafeHtml.element(
                            "span", "button menu", text(element.path("placeholder")) + " ▾");
        };
    }

    private String button(JsonNode button) {
        String style = button.path("style").asText();
        String cssClass =
                style.equals("primary") || style.equals("danger") ? "button " + style : "button";
        String label = text(button.path("text"));
        String action = button.path("action_id").asText();
        String value = button.path("value").asText();
        return button.has("url")
                ? SafeHtml.link(cssClass, button.path("url").asText(), label, action)
                : SafeHtml.button(
                        cssClass,
                        label,
                        action,
                        value,
                        button.has("confirm") ? button.path("confirm").toString() : "");
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
            case Span.Text t -> SafeHtml.escape(t.text());
            case Span.Code c -> SafeHtml.element("code", "code", SafeHtml.escape(c.text()));
            case Span.Fence f -> SafeHtml.element("pre", "fence", SafeHtml.escape(f.text()));
            case Span.Styled s -> styled(s);
            case Span.Link l -> SafeHtml.link("link", l.url(), SafeHtml.escape(l.label()));
            case Span.Person p -> mention("@" + names.user().apply(p.id()));
            case Span.Room r -> mention("#" + names.channel().apply(r.id()));
            case Span.Broadcast b ->
                    SafeHtml.element("span", "mention loud", SafeHtml.escape(b.name()));
            case Span.Emoji e ->
                    SafeHtml.element("span", "emoji", SafeHtml.escape(Emojis.draw(e.name())));
            case Span.Moment m -> moment(m);
        };
    }

    private String styled(Span.Styled styled) {
        String inner = spans(styled.inner());
        return switch (styled.style()) {
            case BOLD -> SafeHtml.element("b", "bold", inner);
            case ITALIC -> SafeHtml.element("i", "italic", inner);
            case STRIKE -> SafeHtml.element("s", "strike", inner);
            case QUOTE -> SafeHtml.element("blockquote", "quote", inner);
        };
    }

    private static String mention(String name) {
        return SafeHtml.element("span", "mention", SafeHtml.escape(name));
    }

    /** The page puts the reader's own zone in by the {@code data-} attributes. */
    private String moment(Span.Moment moment) {
        return "<time datetime=\"%s\" data-format=\"%s\">%s</time>"
                .formatted(
                        moment.at(),
                        SafeHtml.escape(moment.format()),
                        SafeHtml.escape(Moments.draw(moment.at(), moment.format(), zone)));
    }

    private static String all(JsonNode nodes, Function<JsonNode, String> draw) {
        StringBuilder html = new StringBuilder();
        nodes.forEach(n -> html.append(draw.apply(n)));
        return html.toString();
    }
}
