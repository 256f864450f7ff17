package org.consoleme.credentials;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/** Makes the settings a bean. */
@Single
public class CredentialConfiguration {

    @Produces
    @Singleton
    CredentialSettings settings(Configuration configuration) {
        return CredentialSettings.from(configuration);
    }
}
