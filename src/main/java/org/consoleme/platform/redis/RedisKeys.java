package org.consoleme.platform.redis;

import org.consoleme.inventory.IamObject;
import org.consoleme.shared.Configuration;

/**
 * The names of ConsoleMe's keys that we read and write, each with the override that ConsoleMe's
 * writer obeys.
 */
public record RedisKeys(
        String roles,
        String users,
        String groups,
        String policies,
        String managedPolicies,
        String templatedRoles,
        String accounts,
        String authorizations,
        String reverseAuthorizations,
        String challenges,
        String lastUpdated) {

    public static RedisKeys from(Configuration configuration) {
        return new RedisKeys(
                configuration.text("aws.iamroles_redis_key", "IAM_ROLE_CACHE"),
                configuration.text("aws.iamusers_redis_key", "IAM_USER_CACHE"),
                configuration.text("aws.iamgroups_redis_key", "IAM_GROUP_CACHE"),
                configuration.text("aws.iampolicies_redis_key", "IAM_POLICY_CACHE"),
                configuration.text("redis.iam_managed_policies_key", "IAM_MANAGED_POLICIES"),
                configuration.text("templated_roles.redis_key", "TEMPLATED_ROLES_v2"),
                configuration.text(
                        "cache_cloud_accounts.redis.key.all_accounts_key", "ALL_AWS_ACCOUNTS"),
                configuration.text(
                        "generate_and_store_credential_authorization_mapping.redis_key",
                        "CREDENTIAL_AUTHORIZATION_MAPPING_V1"),
                configuration.text(
                        "generate_and_store_reverse_authorization_mapping.redis_key",
                        "REVERSE_AUTHORIZATION_MAPPING_V1"),
                configuration.text("challenge_url.redis_key", "TOKEN_CHALLENGES_TEMP"),
                configuration.text(
                        "store_json_results_in_redis_and_s3.last_updated_redis_key",
                        "STORE_JSON_RESULTS_IN_REDIS_AND_S3_LAST_UPDATED"));
    }

    String iam(IamObject.Kind kind) {
        return switch (kind) {
            case ROLE -> roles;
            case USER -> users;
            case GROUP -> groups;
            case POLICY -> policies;
        };
    }
}
