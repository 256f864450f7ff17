package org.consoleme.identity;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/** Makes the settings of this package once. */
@Single
class IdentityBeans {
    @Produces
    @Singleton
    IdentitySettings settings(Configuration configuration) {
        return IdentitySettings.from(configuration);
    }
}
