package org.consoleme.slacktwin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page, empty on the last one
 */
record Page<T>(List<T> items, String next) {

    private static final String PREFIX = "next:";

    static <T> Page<T> of(List<T> all, Optional<String> cursor, int limit) {
        int from = cursor.map(Page::offset).orElse(0);
        if (from > all.size()) {
            throw new ApiRefusal("invalid_cursor");
        }
        int to = Math.min(all.size(), from + limit);
        return new Page<>(all.subList(from, to), to < all.size() ? cursor(to) : "");
    }

    ObjectNode closing(JsonNode answer) {
        ObjectNode whole = (ObjectNode) answer;
        whole.putObject("response_metadata").put("next_cursor", next);
        return whole;
    }

    private static String cursor(int offset) {
        return Base64.getEncoder()
                .encodeToString((PREFIX + offset).getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(String cursor) {
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(PREFIX)) {
                return Integer.parseUnsignedInt(text.substring(PREFIX.length()));
            }
            throw new ApiRefusal("invalid_cursor");
        } catch (IllegalArgumentException e) {
            throw new ApiRefusal("invalid_cursor");
        }
    }
}
