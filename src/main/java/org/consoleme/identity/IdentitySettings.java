package org.consoleme.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Secret;
import org.consoleme.shared.Settings;

/**
 * How people and terminals sign in.
 *
 * @param challengesEnabled {@code challenge_url.enabled}, off
 * @param challengeSameAddress {@code challenge_url.request_ip_must_match_challenge_creation_ip},
 *     on: only a browser at the terminal's address may approve, and only that address may fetch
 * @param challengeLife {@code challenge_url.lifetime_seconds}, 180 s at least: weep's two minutes
 *     start only after the browser's opener has returned
 * @param challengesPerMinute {@code challenge_url.max_per_minute}, 60 per address; a person gets
 *     half of it from everywhere, and a sixth from one address
 * @param challengesOpen {@code challenge_url.max_open}, 10,000 over all nodes
 * @param userForm {@code identity.user_form}: {@code email} or {@code any}
 * @param jwtSecret {@code jwt_secret}; without it each node signs with its own random one
 * @param tokenLife {@code jwt.expiration_minutes}, else {@code jwt.expiration_hours}; 60 min
 * @param weepAbsolute {@code weep.token_absolute_hours}, 12 h: how long renewals may go on
 * @param emailClaim {@code jwt.attributes.email}
 * @param groupsClaim {@code jwt.attributes.groups}
 * @param groupsMaxAge {@code identity.groups_max_age} in seconds, 12 h: how long the groups of the
 *     last web sign-in count where no directory is
 * @param groupsForAll {@code auth.groups_to_add_for_all_users}
 * @param lowerCaseGroups {@code auth.force_groups_lowercase}
 */
public record IdentitySettings(
        boolean challengesEnabled,
        boolean challengeSameAddress,
        Duration challengeLife,
        int challengesPerMinute,
        int challengesOpen,
        UserForm userForm,
        Optional<Secret> jwtSecret,
        Duration tokenLife,
        Duration weepAbsolute,
        String emailClaim,
        String groupsClaim,
        Duration groupsMaxAge,
        Set<GroupName> groupsForAll,
        boolean lowerCaseGroups)
        implements Settings {
    private static final int MIN_CHALLENGE_SECONDS = 180;
    private static final int MAX_CHALLENGE_SECONDS = 900;
    private static final int MAX_TOKEN_HOURS = 30 * 24;

    public IdentitySettings {
        groupsForAll = Set.copyOf(groupsForAll);
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid} with the key as field
     */
    public static IdentitySettings from(Configuration configuration) {
        return new IdentitySettings(
                configuration.flag("challenge_url.enabled", false),
                configuration.flag(
                        "challenge_url.request_ip_must_match_challenge_creation_ip", true),
                Duration.ofSeconds(
                        between(
                                configuration,
                                "challenge_url.lifetime_seconds",
                                MIN_CHALLENGE_SECONDS,
                                MIN_CHALLENGE_SECONDS,
                                MAX_CHALLENGE_SECONDS)),
                between(configuration, "challenge_url.max_per_minute", 60, 6, 1_000_000),
                between(configuration, "challenge_url.max_open", 10_000, 1, 1_000_000),
                UserForm.of(configuration.text("identity.user_form", "email")),
                configuration.secret("jwt_secret"),
                tokenLife(configuration),
                Duration.ofHours(between(configuration, "weep.token_absolute_hours", 12, 1, 720)),
                configuration.text("jwt.attributes.email", "email"),
                configuration.text("jwt.attributes.groups", "groups"),
                Duration.ofSeconds(
                        between(
                                configuration,
                                "identity.groups_max_age",
                                12 * 3600,
                                60,
                                Integer.MAX_VALUE)),
                configuration.list("auth.groups_to_add_for_all_users").stream()
                        .filter(name -> !name.isBlank())
                        .map(GroupName::new)
                        .collect(Collectors.toUnmodifiableSet()),
                configuration.flag("auth.force_groups_lowercase", false));
    }

    private static Duration tokenLife(Configuration configuration) {
        int hours = between(configuration, "jwt.expiration_hours", 1, 1, MAX_TOKEN_HOURS);
        return Duration.ofMinutes(
                between(
                        configuration,
                        "jwt.expiration_minutes",
                        hours * 60,
                        1,
                        MAX_TOKEN_HOURS * 60));
    }

    private static int between(
            Configuration configuration, String key, int otherwise, int least, int most) {
        int value = configuration.integer(key, otherwise);
        if (value < least || value > most) {
            throw new Problem.Invalid(key, "a number from " + least + " to " + most).asException();
        }
        return value;
    }
}
