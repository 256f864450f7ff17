package org.consoleme.access;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.Single;

/** {@code group_mapping} as the dynamic configuration has it now. */
@Single
public class DynamicEntitlements implements ConfiguredEntitlements {
    private final Supplier<DynamicConfiguration> dynamic;

    @Inject
    public DynamicEntitlements(Supplier<DynamicConfiguration> dynamic) {
        this.dynamic = dynamic;
    }

    @Override
    public Map<String, RolesOf> current() {
        Map<String, RolesOf> current = new LinkedHashMap<>();
        dynamic.get()
                .groupMapping()
                .forEach(
                        (identity, mapped) ->
                                current.put(
                                        identity, new RolesOf(mapped.roles(), mapped.cliOnly())));
        return current;
    }
}
