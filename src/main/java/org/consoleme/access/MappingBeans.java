package org.consoleme.access;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/** Makes the settings of the authorization mapping, once. */
@Single
public class MappingBeans {

    @Produces
    @Singleton
    MappingSettings settings(Configuration configuration) {
        return MappingSettings.from(configuration);
    }
}
