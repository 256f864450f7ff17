package org.consoleme.requests;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/** Makes the settings of this package once. */
@Single
class RequestBeans {
    @Produces
    @Singleton
    RequestSettings settings(Configuration configuration) {
        return RequestSettings.from(configuration);
    }
}
