package org.consoleme.batch;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/** Makes the settings of this package, once. */
@Single
public class BatchBeans {

    @Produces
    @Singleton
    BatchSettings settings(Configuration configuration) {
        return BatchSettings.from(configuration, host());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
