package org.consoleme.platform.config;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.consoleme.access.ConfiguredEntitlements;
import org.consoleme.shared.Single;

/** {@code group_mapping} as the dynamic configuration has it now. */
@Single
public class StoredEntitlements implements ConfiguredEntitlements {
    private final CurrentDynamicConfiguration configuration;

    @Inject
    public StoredEntitlements(CurrentDynamicConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public Map<String, RolesOf> current() {
        Map<String, RolesOf> current = new LinkedHashMap<>();
        configuration
                .get()
                .groupMapping()
                .forEach(
                        (identity, mapped) ->
                                current.put(
                                        identity, new RolesOf(mapped.roles(), mapped.cliOnly())));
        return current;
    }

    @Override
    public boolean settled() {
        return configuration.isSettled();
    }
}
