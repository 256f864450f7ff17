package org.consoleme.web.compat.requests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.consoleme.web.Json;

/** Bodies as they arrive. */
final class Bodies {
    private Bodies() {}

    static JsonNode json(String text) {
        return Json.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A part of what a real ConsoleMe was asked, or answered: {@code /request/body}. */
    static String recorded(String exchange, String part) {
        try (InputStream in =
                Bodies.class.getResourceAsStream("/replay/http/" + exchange + ".json")) {
            return Json.MAPPER.readTree(in).at(part).textValue();
        } catch (IOException missing) {
            throw new UncheckedIOException(exchange, missing);
        }
    }
}
