package org.consoleme.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.consoleme.fakes.MapConfiguration;
import org.consoleme.web.signin.SignInSettings;
import org.junit.jupiter.api.Test;

class FeaturesJsonTest {
    @Test
    void oneCanSignOutOnlyWhereThisServerKeepsASession() {
        assertThat(features(MapConfiguration.empty()).signOut()).isFalse();
        assertThat(features(MapConfiguration.empty().with("auth.set_auth_cookie", true)).signOut())
                .isTrue();
    }

    @Test
    void oneCannotSignOutHereWhereTheNextRequestsHeaderSignsInAgain() {
        MapConfiguration byHeader =
                MapConfiguration.empty()
                        .with("auth.set_auth_cookie", true)
                        .with("auth.get_user_by_header", true)
                        .with("auth.user_header_name", "X-Forwarded-Email");
        assertThat(features(byHeader).signOut()).isFalse();
        assertThat(features(byHeader.with("auth.logout_redirect_url", "/")).signOut()).isFalse();
    }

    @Test
    void oneCanSignOutHereWhereTheProxysOwnSignOutFollows() {
        assertThat(
                        features(
                                        MapConfiguration.empty()
                                                .with("auth.set_auth_cookie", true)
                                                .with("auth.get_user_by_header", true)
                                                .with("auth.user_header_name", "X-Forwarded-Email")
                                                .with(
                                                        "auth.logout_redirect_url",
                                                        "https://login.example.com/logout"))
                                .signOut())
                .isTrue();
    }

    private static MeResource.FeaturesJson features(MapConfiguration configuration) {
        return MeResource.FeaturesJson.from(configuration, SignInSettings.from(configuration));
    }
}
