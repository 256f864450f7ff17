package org.consoleme.slack;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/** Makes the settings a bean. */
@Single
public class SlackConfiguration {

    @Produces
    @Singleton
    SlackSettings settings(Configuration configuration) {
        return SlackSettings.from(configuration);
    }
}
