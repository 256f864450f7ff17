package org.consoleme.platform.aws;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings as tests need them. */
final class Settings {
    static final AwsSettings NONE = with(Optional.empty(), Optional.empty(), Optional.empty());

    private Settings() {}

    static AwsSettings spoke(String role) {
        return with(Optional.of(role), Optional.empty(), Optional.empty());
    }

    static AwsSettings federation(URI url, String issuer) {
        return with(Optional.empty(), Optional.of(url), Optional.of(issuer));
    }

    private static AwsSettings with(
            Optional<String> spoke, Optional<URI> federation, Optional<String> issuer) {
        return new AwsSettings(
                Optional.empty(),
                spoke,
                Map.of(),
                Map.of(),
                Optional.empty(),
                federation,
                issuer,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
