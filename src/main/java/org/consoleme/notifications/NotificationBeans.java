package org.consoleme.notifications;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/** Makes the settings of this package once. */
@Single
class NotificationBeans {
    @Produces
    @Singleton
    NotificationSettings settings(Configuration configuration) {
        return NotificationSettings.from(configuration);
    }
}
