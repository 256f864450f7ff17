package org.consoleme.platform.aws;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.consoleme.platform.ProcessRegion;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Makes of the configuration what the classes here are built from. */
@Single
public class AwsWiring {

    @Produces
    @Singleton
    AwsSettings settings(Configuration configuration) {
        return AwsSettings.from(configuration);
    }

    @Produces
    @Singleton
    AwsRegion region() {
        return AwsRegion.find(System.getenv());
    }

    /** The same for those who may not know the SDK. */
    @Produces
    @Singleton
    ProcessRegion processRegion(AwsRegion region) {
        return new ProcessRegion(region.toString());
    }

    @Produces
    @Singleton
    AwsClients clients(AwsSettings settings, AwsRegion region, StsMeter meter) {
        return new AwsClients(
                settings,
                region,
                DefaultCredentialsProvider.builder().build(),
                Optional.empty(),
                Optional.of(meter));
    }

    void close(@Disposes AwsClients clients) {
        clients.close();
    }
}
