package org.consoleme.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/** Makes the settings of this package once. */
@Single
class WebBeans {
    @Produces
    @Singleton
    WebSettings settings(Configuration configuration) {
        return WebSettings.from(configuration);
    }
}
