package org.consoleme.platform.aws;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.consoleme.access.ConfiguredEntitlements;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;

/**
 * {@code account_ids_to_name} as the dynamic configuration has it now. Nothing before it was read:
 * an empty list of accounts would take every role away.
 */
@Single
public class LoadedAccountNames implements DynamicAccountNames {
    private final Supplier<DynamicConfiguration> dynamic;
    private final ConfiguredEntitlements configuration;

    @Inject
    LoadedAccountNames(
            Supplier<DynamicConfiguration> dynamic, ConfiguredEntitlements configuration) {
        this.dynamic = dynamic;
        this.configuration = configuration;
    }

    @Override
    public Map<String, String> get() {
        if (!configuration.settled()) {
            throw new Problem.Unavailable("The dynamic configuration", Duration.ofMinutes(1))
                    .asException();
        }
        Map<String, String> names = new LinkedHashMap<>();
        dynamic.get().accountNames().forEach((id, name) -> names.put(id.value(), name));
        return names;
    }
}
