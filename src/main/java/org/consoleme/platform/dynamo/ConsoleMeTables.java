package org.consoleme.platform.dynamo;

import java.util.List;
import java.util.Set;
import org.consoleme.shared.Configuration;

/**
 * ConsoleMe's tables: never created, only described. The keys differ by who created a table; its
 * indexes and its TTL do not matter to us.
 */
public record ConsoleMeTables(
        ConsoleMeTable iamRoles,
        ConsoleMeTable dynamicConfiguration,
        ConsoleMeTable policyRequests,
        ConsoleMeTable resourceCache,
        ConsoleMeTable cloudTrail,
        ConsoleMeTable users,
        ConsoleMeTable notifications) {

    public static ConsoleMeTables from(Configuration configuration) {
        return new ConsoleMeTables(
                new ConsoleMeTable(
                        configuration.text(
                                "aws.iamroles_dynamo_table", "consoleme_iamroles_global"),
                        Set.of("arn+accountId"),
                        "ConsoleMe's copy of the roles is not kept"),
                new ConsoleMeTable(
                        // ConsoleMe reads this name from the key of another table.
                        configuration
                                .text("aws.dynamic_config_dynamo_table")
                                .or(() -> configuration.text("aws.group_log_dynamo_table"))
                                .orElse("consoleme_config_global"),
                        Set.of("id"),
                        "there is no dynamic configuration"),
                new ConsoleMeTable(
                        configuration.text(
                                "aws.policy_requests_dynamo_table", "consoleme_policy_requests"),
                        Set.of("request_id", "request_id+arn"),
                        "requests are not shown to ConsoleMe"),
                new ConsoleMeTable(
                        configuration.text(
                                "aws.resource_cache_dynamo_table", "consoleme_resource_cache"),
                        Set.of("resourceId+resourceType"),
                        "nothing reads it"),
                new ConsoleMeTable(
                        configuration.text("aws.cloudtrail_table", "consoleme_cloudtrail"),
                        Set.of("arn+request_id"),
                        "access-denied events are not kept"),
                new ConsoleMeTable(
                        configuration.text("aws.users_dynamo_table", "consoleme_users_global"),
                        Set.of("username"),
                        "nobody signs in by password"),
                new ConsoleMeTable(
                        configuration.text("aws.notifications_table", "consoleme_notifications"),
                        Set.of("predictable_id"),
                        "notifications are not kept"));
    }

    public List<ConsoleMeTable> all() {
        return List.of(
                iamRoles,
                dynamicConfiguration,
                policyRequests,
                resourceCache,
                cloudTrail,
                users,
                notifications);
    }

    /**
     * @param keys the key shapes that are known, {@code hash} or {@code hash+range}
     * @param without what it means that the table is missing
     */
    public record ConsoleMeTable(String name, Set<String> keys, String without) {}
}
