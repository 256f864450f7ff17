package org.consoleme.web.weep;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/** Makes the settings of this package once. */
@Single
class CliBeans {
    @Produces
    @Singleton
    CliSettings settings(Configuration configuration) {
        return CliSettings.from(configuration);
    }
}
