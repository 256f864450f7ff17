package org.consoleme.slacktwin.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A place in the blocks, by its JSON pointer, and the list that findings go to in Slack's own
 * words.
 */
record Spot(JsonNode node, String pointer, List<String> findings) {

    Spot at(String field) {
        return new Spot(node.path(field), pointer + "/" + field, findings);
    }

    List<Spot> each() {
        List<Spot> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new Spot(node.get(i), pointer + "/" + i, findings));
        }
        return items;
    }

    boolean present() {
        return !node.isMissingNode() && !node.isNull();
    }

    String type() {
        return node.path("type").asText();
    }

    void say(String what) {
        findings.add(what + " [json-pointer:" + pointer + "]");
    }

    void require(String field) {
        if (!at(field).present()) {
            say("missing required field: " + field);
        }
    }

    /** A string of 1 to {@code max} characters, if it is there. */
    void string(String field, int max) {
        Spot value = at(field);
        if (value.present()) {
            value.length(max);
        }
    }

    /** A string of at most {@code max} characters, if it is there; it may be empty. */
    void shorter(String field, int max) {
        Spot value = at(field);
        if (value.present() && !value.node().asText().isEmpty()) {
            value.length(max);
        }
    }

    void length(int max) {
        if (!node.isTextual()) {
            say("must be a string");
        } else if (node.asText().isEmpty()) {
            say("must be more than 0 characters");
        } else if (node.asText().length() > max) {
            say("must be less than " + (max + 1) + " characters");
        }
    }

    /** A list of {@code min} to {@code max} items. */
    void size(int min, int max) {
        if (!node.isArray()) {
            say("must be an array");
        } else if (node.size() > max) {
            say("no more than " + max + " items allowed");
        } else if (node.size() < min) {
            say("no fewer than " + min + " items allowed");
        }
    }

    /** A whole number of {@code min} to {@code max}, if it is there. */
    void number(String field, int min, int max) {
        Spot value = at(field);
        if (value.present() && !value.node().isIntegralNumber()) {
            value.say("must be an integer");
        } else if (value.present() && value.node().asLong() < min) {
            value.say("must be greater than or equal to " + min);
        } else if (value.present() && value.node().asLong() > max) {
            value.say("must be less than or equal to " + max);
        }
    }

    void oneOf(String field, Set<String> allowed) {
        Spot value = at(field);
        if (value.present() && !allowed.contains(value.node().asText())) {
            value.say("unsupported value: " + value.node().asText());
        }
    }

    void only(Set<String> allowed) {
        node.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!allowed.contains(name)) {
                                say("invalid additional property: " + name);
                            }
                        });
    }
}
