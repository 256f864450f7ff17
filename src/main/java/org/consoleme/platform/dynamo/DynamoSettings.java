package org.consoleme.platform.dynamo;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.consoleme.platform.ProcessRegion;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Settings;

/**
 * Where DynamoDB is and how patient we are with it.
 *
 * @param endpoint ConsoleMe's {@code dynamodb_server}; without it the SDK's own rules hold, {@code
 *     AWS_ENDPOINT_URL_DYNAMODB} among them
 * @param attemptTimeout how long an attempt may wait to connect, and then for each packet
 * @param callTimeout a call with its retries
 * @param attempts 1 for no retry
 * @param connections at most so many at a time
 * @param createTables whether missing tables of ours are created at start
 */
public record DynamoSettings(
        Optional<URI> endpoint,
        String region,
        Duration attemptTimeout,
        Duration callTimeout,
        int attempts,
        int connections,
        boolean createTables)
        implements Settings {

    public static DynamoSettings from(Configuration configuration, ProcessRegion region) {
        return new DynamoSettings(
                configuration
                        .text("dynamodb_server")
                        .filter(url -> !url.isBlank())
                        .map(DynamoSettings::url),
                region.name(),
                Duration.ofMillis(configuration.integer("dynamodb.attempt_timeout_ms", 1000)),
                Duration.ofMillis(configuration.integer("dynamodb.call_timeout_ms", 3000)),
                configuration.integer("dynamodb.attempts", 3),
                configuration.integer("dynamodb.connections", 64),
                configuration.flag("dynamodb.create_tables", true));
    }

    private static URI url(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException notAUrl) {
            throw new Problem.Invalid("dynamodb_server", "a URL").asException(notAUrl);
        }
    }
}
