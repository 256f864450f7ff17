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

    private static MeResource.FeaturesJson features(MapConfiguration configuration) {
        return MeResource.FeaturesJson.from(configuration, SignInSettings.from(configuration));
    }
}
