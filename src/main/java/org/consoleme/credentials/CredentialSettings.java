package org.consoleme.credentials;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Settings;

/**
 * How keys are made.
 *
 * @param sessionDuration {@code aws.session_duration}; 15 min to 12 h
 * @param roleDurations {@code credentials.role_durations}: role ARN or name to seconds; an ARN wins
 *     over a name
 * @param userDurations {@code credentials.user_durations}: user or group to seconds; the shortest
 *     that applies wins
 * @param ipRanges {@code aws.ip_restrictions}: keys work from these ranges only; empty for
 *     everywhere
 * @param consoleIpRestriction {@code credentials.restrict_console_by_ip}: the same for console
 *     sessions
 * @param sourceIdentity {@code credentials.source_identity}: STS is told the user as source
 *     identity
 * @param userTag {@code credentials.user_session_tag}: the name of a session tag that carries the
 *     user
 * @param maxProofAge {@code credentials.max_proof_age_days}: how old a token or certificate may be
 * @param oldCertificate {@code errors.custom_max_cert_age_message}: said to whoever comes with a
 *     certificate that is older
 * @param region {@code aws.region}: where the console opens
 * @param consoleUrl {@code aws.console_url} with {@code {region}}; by partition when not set
 */
public record CredentialSettings(
        Duration sessionDuration,
        Map<String, Duration> roleDurations,
        Map<String, Duration> userDurations,
        List<String> ipRanges,
        boolean consoleIpRestriction,
        boolean sourceIdentity,
        Optional<String> userTag,
        Duration maxProofAge,
        String oldCertificate,
        String region,
        Optional<String> consoleUrl)
        implements Settings {
    /** STS's bounds for AssumeRole. */
    public static final Duration SHORTEST = Duration.ofMinutes(15);

    public static final Duration LONGEST = Duration.ofHours(12);

    public CredentialSettings {
        roleDurations = Map.copyOf(roleDurations);
        userDurations = Map.copyOf(userDurations);
        ipRanges = List.copyOf(ipRanges);
        inBounds("aws.session_duration", sessionDuration);
        IpRestriction.check("aws.ip_restrictions", ipRanges);
    }

    public static CredentialSettings from(Configuration configuration) {
        return new CredentialSettings(
                configuration.seconds("aws.session_duration").orElse(Duration.ofHours(1)),
                durations(configuration, "credentials.role_durations"),
                durations(configuration, "credentials.user_durations"),
                configuration.list("aws.ip_restrictions"),
                configuration.flag("credentials.restrict_console_by_ip", false),
                configuration.flag("credentials.source_identity", false),
                configuration.text("credentials.user_session_tag"),
                Duration.ofDays(configuration.integer("credentials.max_proof_age_days", 360)),
                configuration
                        .text("errors.custom_max_cert_age_message")
                        .filter(text -> !text.isBlank())
                        .orElse("Your certificate is too old for this role. Renew it."),
                configuration.text("aws.region", "us-east-1"),
                configuration.text("aws.console_url").map(CredentialSettings::aUrl));
    }

    private static Map<String, Duration> durations(Configuration configuration, String key) {
        Map<String, Duration> durations = new LinkedHashMap<>();
        configuration
                .map(key)
                .forEach(
                        (name, value) -> {
                            if (!(value instanceof Integer seconds)) {
                                throw new Problem.Invalid(key + "." + name, "a number of seconds")
                                        .asException();
                            }
                            durations.put(
                                    name, inBounds(key + "." + name, Duration.ofSeconds(seconds)));
                        });
        return durations;
    }

    private static Duration inBounds(String key, Duration duration) {
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new Problem.Invalid(key, "900 to 43200 seconds").asException();
        }
        return duration;
    }

    private static String aUrl(String template) {
        try {
            URI.create(template.replace("{region}", "us-east-1"));
            return template;
        } catch (IllegalArgumentException e) {
            throw new Problem.Invalid("aws.console_url", "not a URL").asException(e);
        }
    }
}
