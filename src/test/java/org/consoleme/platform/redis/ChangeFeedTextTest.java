package org.consoleme.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.consoleme.notifications.ChangeFeed.AnythingChanged;
import org.consoleme.notifications.ChangeFeed.Changed;
import org.consoleme.notifications.ChangeFeed.GrantChanged;
import org.consoleme.notifications.ChangeFeed.RequestChanged;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeFeedTextTest {
    @Test
    void whatOneNodeSaysAnotherUnderstands() {
        for (Changed changed :
                new Changed[] {
                    new RequestChanged(new RequestId("r-1")),
                    new GrantChanged(new GrantId("r-1-0"), new UserId("Ann Lee@example.com")),
                    new AnythingChanged()
                }) {
            assertThat(RedisChangeFeed.changed(RedisChangeFeed.text(changed))).isEqualTo(changed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "request", "request a b", "request ../x", "grant x", "nonsense x"})
    void whatCannotBeReadStandsForAnything(String message) {
        assertThat(RedisChangeFeed.changed(message)).isEqualTo(new AnythingChanged());
    }
}
