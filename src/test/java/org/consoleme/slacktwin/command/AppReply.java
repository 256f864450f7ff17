package org.consoleme.slacktwin.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.consoleme.slacktwin.http.Json;

/**
 * What came back from the app.
 *
 * @param status HTTP status; 200 for an acknowledged envelope
 * @param mediaType with its parameters; empty if none was sent
 */
public record AppReply(int status, String mediaType, String body) {

    /** The body, if it says that it is JSON and is an object. */
    public Optional<ObjectNode> json() {
        return mediaType.startsWith("application/json")
                ? Json.read(body).filter(JsonNode::isObject).map(ObjectNode.class::cast)
                : Optional.empty();
    }
}
