package org.consoleme.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.consoleme.fakes.MapConfiguration;
import org.junit.jupiter.api.Test;

class RedisKeysTest {
    @Test
    void theDefaultsAreConsoleMes() {
        assertThat(RedisKeys.from(MapConfiguration.empty()))
                .isEqualTo(
                        new RedisKeys(
                                "IAM_ROLE_CACHE",
                                "IAM_USER_CACHE",
                                "IAM_GROUP_CACHE",
                                "IAM_POLICY_CACHE",
                                "IAM_MANAGED_POLICIES",
                                "TEMPLATED_ROLES_v2",
                                "ALL_AWS_ACCOUNTS",
                                "CREDENTIAL_AUTHORIZATION_MAPPING_V1",
                                "REVERSE_AUTHORIZATION_MAPPING_V1",
                                "TOKEN_CHALLENGES_TEMP",
                                "STORE_JSON_RESULTS_IN_REDIS_AND_S3_LAST_UPDATED"));
    }

    @Test
    void everyKeyCanBeOverridden() {
        MapConfiguration asking = MapConfiguration.empty();
        RedisKeys.from(asking);
        MapConfiguration overridden = MapConfiguration.empty();
        asking.asked().forEach(key -> overridden.with(key, "other:" + key));

        assertThat(RedisKeys.from(overridden).toString())
                .contains(asking.asked())
                .doesNotContain("IAM_", "ALL_AWS", "MAPPING", "TOKEN_", "STORE_", "TEMPLATED");
    }
}
