package org.consoleme.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One more server of a local stack. It is configured as the first, which must have been started
 * before, but for its name.
 *
 * @param name of the node, of its process and of its log; a word
 * @param keys further keys of its configuration; they win
 * @param environment further variables; they win
 * @param overrides folders of test classes, beside those of the first, that are laid over it
 */
public record ServerNode(
        String name,
        Map<String, Object> keys,
        Map<String, String> environment,
        List<String> overrides) {
    public ServerNode {
        keys = Map.copyOf(keys);
        environment = Map.copyOf(environment);
        overrides = List.copyOf(overrides);
    }

    public ServerNode(String name, Map<String, Object> keys, Map<String, String> environment) {
        this(name, keys, environment, List.of());
    }

    ServerVariant variant(Path state) {
        Map<String, String> variables = new HashMap<>();
        variables.put("JOB_REPOSITORY", state.resolve("job-repository-" + name).toString());
        variables.putAll(environment);
        List<String> laidOver = new ArrayList<>(ServerVariant.local().overrides());
        laidOver.addAll(overrides);
        return new ServerVariant(
                laidOver, Optional.of(ConsoleMeYaml.writeFor(this, state)), variables);
    }
}
