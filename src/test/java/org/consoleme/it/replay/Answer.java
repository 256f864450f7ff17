package org.consoleme.it.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What came back. */
record Answer(int status, String contentType, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isJson() {
        return contentType.contains("json");
    }

    /** The body as JSON, whatever it calls itself; missing if it is none. */
    JsonNode json() {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** {@code json}, {@code html}, {@code text}, or empty: what a client's parser asks. */
    String family() {
        if (isJson()) {
            return "json";
        }
        int slash = contentType.indexOf('/');
        int end = contentType.indexOf(';');
        return slash < 0
                ? ""
                : contentType
                        .substring(slash + 1, end < 0 ? contentType.length() : end)
                        .replace("plain", "text");
    }
}
