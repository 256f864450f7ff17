package org.consoleme.access;

import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Settings;

/**
 * How the authorization mapping is made.
 *
 * @param dynamicConfiguration {@code cloud_credential_authorization_mapping.dynamic_config.enabled}
 * @param maxDropPercent {@code authorization.max_drop_percent}, 0 to 100: a greater loss of entries
 *     from role tags is not published unasked
 */
public record MappingSettings(boolean dynamicConfiguration, int maxDropPercent)
        implements Settings {
    private static final String MAX_DROP = "authorization.max_drop_percent";

    public MappingSettings {
        if (maxDropPercent < 0 || maxDropPercent > 100) {
            throw new Problem.Invalid(MAX_DROP, "0 to 100").asException();
        }
    }

    public static MappingSettings from(Configuration configuration) {
        return new MappingSettings(
                configuration.flag(
                        "cloud_credential_authorization_mapping.dynamic_config.enabled", true),
                configuration.integer(MAX_DROP, 50));
    }
}
