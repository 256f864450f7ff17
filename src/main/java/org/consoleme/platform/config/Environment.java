package org.consoleme.platform.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the process was started with.
 *
 * @param variables environment variables
 * @param properties system properties
 * @param root what {@code /etc} lies under; another place in tests
 */
record Environment(
        Map<String, String> variables,
        Map<String, String> properties,
        Path workingDirectory,
        Path home,
        Path root) {
    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^A-Za-z0-9]");

    Environment {
        variables = Map.copyOf(variables);
        properties = Map.copyOf(properties);
    }

    static Environment ofThisProcess() {
        Map<String, String> properties = new HashMap<>();
        System.getProperties()
                .stringPropertyNames()
                .forEach(
                        name -> {
                            String value = System.getProperty(name);
                            if (value != null) {
                                properties.put(name, value);
                            }
                        });
        return new Environment(
                System.getenv(),
                properties,
                Path.of(System.getProperty("user.dir")),
                Path.of(System.getProperty("user.home")),
                Path.of("/"));
    }

    /** An environment variable; an empty one counts as not set. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * A key from the system properties under its own name, else from the environment in upper case
     * with underscores.
     *
     * @see <a
     *     href="https://download.eclipse.org/microprofile/microprofile-config-3.1/microprofile-config-spec-3.1.html#default_configsources.env.mapping">MicroProfile
     *     Config</a>
     */
    Optional<String> override(String key) {
        return Optional.ofNullable(properties.get(key))
                .filter(value -> !value.isEmpty())
                .or(() -> variable(variableOf(key)));
    }

    static String variableOf(String key) {
        return NOT_ALPHANUMERIC.matcher(key).replaceAll("_").toUpperCase(Locale.ROOT);
    }
}
