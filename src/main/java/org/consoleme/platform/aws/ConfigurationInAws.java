package org.consoleme.platform.aws;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.platform.config.RemoteText;
import org.consoleme.shared.Single;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * Fetches the configuration itself from AWS. Has clients of its own, made without settings: those
 * are what is being loaded.
 */
@Single
public class ConfigurationInAws implements RemoteText {
    private static final AwsSettings NONE =
            new AwsSettings(
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());

    private final AwsClients clients;
    private final AwsRemoteText remote;

    @Inject
    ConfigurationInAws(AwsRegion region) {
        clients =
                new AwsClients(
                        NONE,
                        region,
                        DefaultCredentialsProvider.builder().build(),
                        Optional.empty(),
                        Optional.empty());
        remote = new AwsRemoteText(clients);
    }

    @Override
    public byte[] object(String bucket, String key) {
        return remote.object(bucket, key).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] secret(String name) {
        return remote.secret(name).getBytes(StandardCharsets.UTF_8);
    }

    @PreDestroy
    void close() {
        clients.close();
    }
}
