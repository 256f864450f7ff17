package org.consoleme.operations;

import org.consoleme.shared.Configuration;

/** Reads a dynamic configuration that somebody wrote, and that counts nowhere yet. */
public interface WrittenConfiguration {

    /**
     * @param text YAML or JSON in UTF-8, as it would be stored
     * @throws org.consoleme.shared.ProblemException {@code Invalid} with field {@code
     *     dynamic_config} if it is neither, or no map of keys
     */
    Configuration read(byte[] text);
}
