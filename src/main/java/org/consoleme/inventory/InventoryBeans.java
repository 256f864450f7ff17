package org.consoleme.inventory;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/** Makes the settings of this package, once. */
@Single
public class InventoryBeans {

    @Produces
    @Singleton
    InventorySettings settings(Configuration configuration) {
        return InventorySettings.from(configuration);
    }
}
