package org.consoleme.slacktwin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;

/**
 * One method of the Web API.
 *
 * @param name such as {@code chat.postMessage}
 * @param scope what the token needs; empty if any valid token will do
 * @param appLevel whether it wants the app's own token, not the bot's
 * @param answer the fields beside {@code ok}
 */
record ApiMethod(
        String name,
        Optional<String> scope,
        boolean appLevel,
        Function<Arguments, ObjectNode> answer) {

    static ApiMethod open(String name, Function<Arguments, ObjectNode> answer) {
        return new ApiMethod(name, Optional.empty(), false, answer);
    }

    static ApiMethod scoped(String name, String scope, Function<Arguments, ObjectNode> answer) {
        return new ApiMethod(name, Optional.of(scope), false, answer);
    }

    static ApiMethod ofApp(String name, Function<Arguments, ObjectNode> answer) {
        return new ApiMethod(name, Optional.empty(), true, answer);
    }
}
