package org.consoleme.operations;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/** Makes the settings of this package, once. */
@Single
public class OperationsBeans {

    @Produces
    @Singleton
    JobSchedules schedules(Configuration configuration) {
        return JobSchedules.from(configuration);
    }
}
