package org.consoleme.slacktwin.draw;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.consoleme.slacktwin.draw.Span.Style;

/** Reads the elements of a rich text section. */
final class RichText {

    private RichText() {}

    static List<Span> read(JsonNode elements) {
        List<Span> spans = new ArrayList<>();
        elements.forEach(e -> spans.add(styled(e.path("style"), part(e))));
        return spans;
    }

    private static Span part(JsonNode part) {
        return switch (part.path("type").asText()) {
            case "text" ->
                    part.path("style").path("code").asBoolean()
                            ? new Span.Code(part.path("text").asText())
                            : new Span.Text(part.path("text").asText());
            case "link" -> {
                String url = part.path("url").asText();
                yield new Span.Link(url, part.path("text").asText(url));
            }
            case "user" -> new Span.Person(part.path("user_id").asText());
            case "channel" -> new Span.Room(part.path("channel_id").asText());
            case "usergroup" -> new Span.Broadcast("@" + part.path("usergroup_id").asText());
            case "broadcast" -> new Span.Broadcast("@" + part.path("range").asText());
            case "emoji" -> new Span.Emoji(part.path("name").asText());
            case "date" ->
                    new Span.Moment(
                            Instant.ofEpochSecond(part.path("timestamp").asLong()),
                            part.path("format").asText(),
                            part.path("fallback").asText());
            default -> new Span.Text("");
        };
    }

    private static Span styled(JsonNode style, Span span) {
        Span whole = span;
        if (style.path("bold").asBoolean()) {
            whole = new Span.Styled(Style.BOLD, List.of(whole));
        }
        if (style.path("italic").asBoolean()) {
            whole = new Span.Styled(Style.ITALIC, List.of(whole));
        }
        if (style.path("strike").asBoolean()) {
            whole = new Span.Styled(Style.STRIKE, List.of(whole));
        }
        return whole;
    }
}
