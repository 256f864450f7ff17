package org.consoleme.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Where in a text the elements of its JSON begin, by path: {@code Statement[0].Action}. Of a text
 * that is no JSON it knows what comes before the fault. Bounded by the text's own bound.
 */
public final class DocumentPlaces {
    /** Paths that are kept; later ones are found at what holds them. */
    private static final int MOST = 5000;

    /** Characters; what has a longer path is found at what holds it. */
    private static final int LONGEST = 200;

    private final Map<String, Place> places = new HashMap<>();

    /**
     * As ConsoleMe names it.
     *
     * @param line from 1
     * @param column from 1
     * @param filepath always null
     */
    public record Place(int line, int column, String filepath) {}

    private DocumentPlaces() {}

    public static DocumentPlaces in(String text) {
        DocumentPlaces all = new DocumentPlaces();
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            parser.nextToken();
            all.value(parser, "");
        } catch (IOException faulty) {
            return all;
        }
        return all;
    }

    /** The place of the path, or of the nearest one that holds it; else the beginning. */
    public Place of(String path) {
        String holder = path;
        while (!holder.isEmpty() && !places.containsKey(holder)) {
            int cut = Math.max(holder.lastIndexOf('.'), holder.lastIndexOf('['));
            holder = cut < 0 ? "" : holder.substring(0, cut);
        }
        return places.getOrDefault(holder, new Place(1, 1, null));
    }

    /** The parser's own bound on nesting ends the recursion. */
    private void value(JsonParser parser, String path) throws IOException {
        if (path.length() > LONGEST || places.size() >= MOST) {
            parser.skipChildren();
            return;
        }
        JsonLocation at = parser.currentTokenLocation();
        places.putIfAbsent(path, new Place(at.getLineNr(), at.getColumnNr(), null));
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = path.isEmpty() ? "" : path + ".";
                member += parser.currentName();
                parser.nextToken();
                value(parser, member);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                value(parser, path + "[" + i + "]");
            }
        }
    }
}
