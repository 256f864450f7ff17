package org.consoleme.accounts;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/** Makes the settings of this package, once. */
@Single
public class AccountBeans {

    @Produces
    @Singleton
    AccountSettings settings(Configuration configuration) {
        return AccountSettings.from(configuration);
    }

    @Produces
    @Singleton
    ManagementAccounts managementAccounts(Configuration configuration) {
        return ManagementAccounts.from(configuration);
    }
}
