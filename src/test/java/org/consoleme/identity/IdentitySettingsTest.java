package org.consoleme.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Secret;
import org.consoleme.testing.Problems;
import org.junit.jupiter.api.Test;

class IdentitySettingsTest {
    @Test
    void defaultsArePinned() {
        assertThat(IdentitySettings.from(MapConfiguration.empty()))
                .isEqualTo(
                        new IdentitySettings(
                                false,
                                true,
                                Duration.ofMinutes(3),
                                60,
                                10_000,
                                UserForm.EMAIL,
                                Optional.empty(),
                                Duration.ofMinutes(60),
                                Duration.ofHours(12),
                                "email",
                                "groups",
                                Duration.ofHours(12),
                                Set.of(),
                                false));
    }

    @Test
    void hoursCountWhereThereAreNoMinutes() {
        assertThat(tokenLife(MapConfiguration.empty().with("jwt.expiration_hours", 8)))
                .isEqualTo(Duration.ofHours(8));
        assertThat(
                        tokenLife(
                                MapConfiguration.empty()
                                        .with("jwt.expiration_hours", 8)
                                        .with("jwt.expiration_minutes", 15)))
                .isEqualTo(Duration.ofMinutes(15));
    }

    private static Duration tokenLife(MapConfiguration configuration) {
        return IdentitySettings.from(configuration).tokenLife();
    }

    @Test
    void everyKeyIsRead() {
        assertThat(
                        IdentitySettings.from(
                                MapConfiguration.empty()
                                        .with("challenge_url.enabled", true)
                                        .with(
                                                "challenge_url.request_ip_must_match_challenge_creation_ip",
                                                false)
                                        .with("challenge_url.lifetime_seconds", 300)
                                        .with("challenge_url.max_per_minute", 6)
                                        .with("challenge_url.max_open", 7)
                                        .with("identity.user_form", "any")
                                        .with("jwt_secret", "s")
                                        .with("jwt.expiration_minutes", 30)
                                        .with("weep.token_absolute_hours", 24)
                                        .with("jwt.attributes.email", "mail")
                                        .with("jwt.attributes.groups", "roles")
                                        .with("identity.groups_max_age", 3600)
                                        .with("auth.groups_to_add_for_all_users", List.of("all"))
                                        .with("auth.force_groups_lowercase", true)))
                .isEqualTo(
                        new IdentitySettings(
                                true,
                                false,
                                Duration.ofMinutes(5),
                                6,
                                7,
                                UserForm.ANY,
                                Optional.of(new Secret("s")),
                                Duration.ofMinutes(30),
                                Duration.ofHours(24),
                                "mail",
                                "roles",
                                Duration.ofHours(1),
                                Set.of(new GroupName("all")),
                                true));
    }

    /** R15: weep's two minutes begin when the browser's opener returns. */
    @Test
    void aChallengeCannotLiveShorterThanThreeMinutes() {
        Problems.assertInvalid(
                "challenge_url.lifetime_seconds",
                () ->
                        IdentitySettings.from(
                                MapConfiguration.empty()
                                        .with("challenge_url.lifetime_seconds", 120)));
    }
}
