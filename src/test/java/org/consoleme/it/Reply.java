package org.consoleme.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the server answered. */
record Reply(int status, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @throws AssertionError if it is none
     */
    JsonNode json() {
        return json(body);
    }

    /** Of a text within an answer, or one of AWS. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    /**
     * @throws AssertionError if it is another status
     */
    Reply must(int wanted) {
        if (status != wanted) {
            throw new AssertionError("wanted " + wanted + ", got " + this);
        }
        return this;
    }
}
