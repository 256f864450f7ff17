package org.consoleme.policies;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consoleme.shared.Problem;

/**
 * Reads one JSON value within bounds, or says where it is none. What other readers pass over is
 * refused, because two readers could then see two documents: a key given twice, text after the end,
 * characters that nobody sees. Keys are not interned and share no table with other parsers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class JsonReader {
    /** Levels. A policy with every element in use has seven. */
    static final int MAX_DEPTH = 20;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxNumberLength(PolicyText.MAX_BYTES)
                                    .maxStringLength(PolicyText.MAX_BYTES)
                                    .maxNameLength(PolicyText.MAX_BYTES)
                                    .build())
                    .build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a text of at most {@link PolicyText#MAX_BYTES}.
     *
     * @throws org.consoleme.shared.ProblemException {@code Invalid}; its reason never holds the
     *     text, and no cause is kept, for Jackson's messages do
     */
    static Json read(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            Json value = new JsonReader(parser).value();
            if (parser.nextToken() != null) {
                throw invalid("goes on after its end " + position(parser.currentTokenLocation()));
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw invalid(
                    "is nested deeper than " + MAX_DEPTH + " levels " + position(e.getLocation()));
        } catch (JsonProcessingException e) {
            throw invalid("is not JSON " + position(e.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory does not fail", e);
        }
    }

    /** The recursion ends at {@link #MAX_DEPTH}: the parser gives no deeper token. */
    private Json value() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw invalid("is empty");
        }
        return switch (token) {
            case START_OBJECT -> members();
            case START_ARRAY -> items();
            case VALUE_STRING -> new Json.Text(visible(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    new Json.Literal(parser.getText());
            case VALUE_NULL -> new Json.Nothing();
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new IllegalStateException("no value begins with " + token);
        };
    }

    private Json members() throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = visible(parser.currentName());
            String at = position(parser.currentTokenLocation());
            parser.nextToken();
            if (members.putIfAbsent(name, value()) != null) {
                throw invalid("gives " + Shown.quoted(name) + " twice " + at);
            }
        }
        return new Json.Members(members);
    }

    private Json items() throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Json.Items(items);
    }

    /** Escapes can bring what {@link PolicyText} keeps out of the text itself. */
    private String visible(String text) {
        if (!Shown.isVisible(text)) {
            throw invalid(
                    "has a character that nobody can see "
                            + position(parser.currentTokenLocation()));
        }
        return text;
    }

    private static String position(JsonLocation location) {
        return location == null
                ? ""
                : "(line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static RuntimeException invalid(String reason) {
        return new Problem.Invalid(PolicyDocument.FIELD, reason.strip()).asException();
    }
}
