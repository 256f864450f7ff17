package org.consoleme.platform.aws;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.Single;

/** {@code account_ids_to_name} as the dynamic configuration has it now. */
@Single
public class LoadedAccountNames implements DynamicAccountNames {
    private final Supplier<DynamicConfiguration> dynamic;

    @Inject
    LoadedAccountNames(Supplier<DynamicConfiguration> dynamic) {
        this.dynamic = dynamic;
    }

    @Override
    public Map<String, String> get() {
        Map<String, String> names = new LinkedHashMap<>();
        dynamic.get().accountNames().forEach((id, name) -> names.put(id.value(), name));
        return names;
    }
}
