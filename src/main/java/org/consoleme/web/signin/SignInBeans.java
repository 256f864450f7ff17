package org.consoleme.web.signin;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/** Makes the settings of this package once. */
@Single
class SignInBeans {
    @Produces
    @Singleton
    SignInSettings settings(Configuration configuration) {
        return SignInSettings.from(configuration);
    }
}
