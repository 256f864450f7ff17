package org.consoleme.platform.config;

import java.time.Instant;
import java.util.Optional;

/**
 * Where the live dynamic configuration is stored: item {@code master} of the table {@code
 * aws.dynamic_config_dynamo_table}.
 */
public interface DynamicConfigurationSource {

    /**
     * A consistent read, with bounded time-outs and retries.
     *
     * @return empty if there is no such item
     * @throws org.consoleme.shared.ProblemException {@code Unavailable} or {@code Refused}; {@code
     *     Invalid} for an item without {@code config} or of another shape. Never an empty answer
     *     because of an error
     */
    Optional<Stored> read();

    /**
     * One version as it lies there.
     *
     * @param text inflated
     * @param updatedBy sign-in name as stored; {@code unknown} if it is missing
     * @param updatedAt the attribute holds epoch seconds as text; the epoch if it is missing
     */
    record Stored(String text, String updatedBy, Instant updatedAt) {

        /**
         * From the attribute {@code config}.
         *
         * @throws org.consoleme.shared.ProblemException {@code Invalid} or {@code TooLarge}
         */
        public static Stored inflated(byte[] config, String updatedBy, Instant updatedAt) {
            return new Stored(DynamicConfigurationText.inflated(config), updatedBy, updatedAt);
        }
    }
}
