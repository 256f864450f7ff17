package org.consoleme.platform.aws;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings as tests need them. */
final class Settings {
    static final AwsSettings NONE =
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

    private Settings() {}

    static AwsSettings spoke(String role) {
        return new AwsSettings(
                Optional.empty(),
                Optional.of(role),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    static AwsSettings federation(URI url, String issuer) {
        return new AwsSettings(
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.of(url),
                Optional.of(issuer),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
