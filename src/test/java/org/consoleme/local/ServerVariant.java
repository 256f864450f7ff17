package org.consoleme.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one server has that another does not.
 *
 * @param overrides folders of the test classes that are laid over the application, as paths of
 *     packages; those that do not exist are passed over
 * @param configuration the configuration file; empty: the local stack writes its own
 * @param environment further variables; they win
 */
public record ServerVariant(
        List<String> overrides, Optional<Path> configuration, Map<String, String> environment) {
    public ServerVariant {
        overrides = List.copyOf(overrides);
        environment = Map.copyOf(environment);
    }

    /** The server of the local stack, with its chooser of people. */
    public static ServerVariant local() {
        return new ServerVariant(
                List.of("org/consoleme/local/override", "local/override"),
                Optional.empty(),
                Map.of());
    }
}
