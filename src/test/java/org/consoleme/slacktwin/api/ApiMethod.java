package org.consoleme.slacktwin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;

/**
 * One method of the Web API.
 *
 * @param name such as {@code chat.postMessage}
 * @param scope what the token needs; empty if any valid token will do
 * @param answer the fields beside {@code ok}
 */
record ApiMethod(String name, Optional<String> scope, Function<Arguments, ObjectNode> answer) {

    static ApiMethod open(String name, Function<Arguments, ObjectNode> answer) {
        return new ApiMethod(name, Optional.empty(), answer);
    }

    static ApiMethod scoped(String name, String scope, Function<Arguments, ObjectNode> answer) {
        return new ApiMethod(name, Optional.of(scope), answer);
    }
}
