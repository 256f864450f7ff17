package org.consoleme.platform.config;

import org.consoleme.operations.WrittenConfiguration;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/** Reads it as what is stored is read. JSON is YAML, too. */
@Single
public class YamlWrittenConfiguration implements WrittenConfiguration {
    @Override
    public Configuration read(byte[] text) {
        return DynamicConfigurationText.parsed(text).keys();
    }
}
