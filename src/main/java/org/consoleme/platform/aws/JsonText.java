package org.consoleme.platform.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/**
 * Writes JSON as ConsoleMe's bulk job does: one space after colon and comma, everything beyond
 * ASCII escaped. By hand, because a document of ours is a few pieces of text, and the job writes
 * ten thousand in a second.
 */
final class JsonText {
    /** IAM's largest document has 6,144 characters, and nesting beyond ten is unheard of. */
    private static final JsonFactory PARSER =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(100)
                                    .maxStringLength(1_000_000)
                                    .build())
                    .build();

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(2048);
    private boolean first = true;

    JsonText open(char bracket) {
        separate();
        out.append(bracket);
        first = true;
        return this;
    }

    JsonText close(char bracket) {
        out.append(bracket);
        first = false;
        return this;
    }

    JsonText name(String name) {
        separate();
        quote(name);
        out.append(": ");
        first = true;
        return this;
    }

    JsonText text(String value) {
        separate();
        quote(value);
        return this;
    }

    /** A number, {@code true}, {@code false} or {@code null}, as it is. */
    JsonText literal(Object value) {
        separate();
        out.append(value);
        return this;
    }

    /**
     * @param json text as {@link #toString} of another one gave it
     */
    JsonText ready(String json) {
        return literal(json);
    }

    /**
     * Rewrites a JSON object in our spelling.
     *
     * @throws IOException if the text is not one whole JSON value
     */
    static String respell(String json) throws IOException {
        JsonText to = new JsonText();
        boolean whole = false;
        try (JsonParser parser = PARSER.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (whole) {
                    throw new IOException("more than one JSON value");
                }
                to.token(token, parser);
                whole = parser.getParsingContext().inRoot();
            }
        }
        if (!whole) {
            throw new IOException("no JSON value");
        }
        return to.toString();
    }

    private void token(JsonToken token, JsonParser parser) throws IOException {
        switch (token) {
            case START_OBJECT -> open('{');
            case END_OBJECT -> close('}');
            case START_ARRAY -> open('[');
            case END_ARRAY -> close(']');
            case FIELD_NAME -> name(parser.currentName());
            case VALUE_STRING -> text(parser.getText());
            default -> literal(parser.getText());
        }
    }

    private void separate() {
        if (!first) {
            out.append(", ");
        }
        first = false;
    }

    private void quote(String text) {
        out.append('"');
        int clean = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c > '~') {
                out.append(text, clean, i);
                escape(c);
                clean = i + 1;
            }
        }
        out.append(text, clean, text.length()).append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default ->
                    out.append("\\u")
                            .append(HEX.charAt(c >> 12))
                            .append(HEX.charAt((c >> 8) & 15))
                            .append(HEX.charAt((c >> 4) & 15))
                            .append(HEX.charAt(c & 15));
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
