package org.consoleme.it;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A request as ConsoleMe stored it.
 *
 * @param id is in the name of what it is about, too
 */
record EarlierItem(String id, Map<String, AttributeValue> row) {
    static final String REASON = "of an earlier day";
    static final long ASKED = 1_500_000_000;

    static EarlierItem ofTheFirstForm(String account) {
        return of(id -> Map.of("arn", text(arn(account, id)), "policy_changes", text("[]")));
    }

    static EarlierItem withoutItsArn(String account) {
        return of(
                id ->
                        extended(
                                id,
                                Map.of(
                                        "principal_arn", text(arn(account, id)),
                                        "change_type", text("inline_policy"))));
    }

    static EarlierItem forATemplate() {
        return of(
                id ->
                        extended(
                                id,
                                Map.of(
                                        "principal",
                                        AttributeValue.fromM(
                                                Map.of(
                                                        "principal_type",
                                                        text("HoneybeeAwsResourceTemplate"),
                                                        "repository_name",
                                                        text("templates"),
                                                        "resource_identifier",
                                                        text("iamrole/" + id + ".yaml"))),
                                        "change_type",
                                        text("generic_file"))));
    }

    static String arn(String account, String id) {
        return "arn:aws:iam::" + account + ":role/" + id;
    }

    private static EarlierItem of(Function<String, Map<String, AttributeValue>> more) {
        String id = UUID.randomUUID().toString();
        Map<String, AttributeValue> row =
                new HashMap<>(
                        Map.of(
                                "request_id", text(id),
                                "status", text("pending"),
                                "justification", text(REASON),
                                "username", text("ana@example.com"),
                                "request_time", AttributeValue.fromN(Long.toString(ASKED)),
                                "last_updated", AttributeValue.fromN(Long.toString(ASKED))));
        row.putAll(more.apply(id));
        return new EarlierItem(id, Map.copyOf(row));
    }

    private static Map<String, AttributeValue> extended(
            String id, Map<String, AttributeValue> change) {
        Map<String, AttributeValue> changes =
                Map.of("changes", AttributeValue.fromL(List.of(AttributeValue.fromM(change))));
        Map<String, AttributeValue> extended =
                Map.of(
                        "id", text(id),
                        "requester_email", text("ana@example.com"),
                        "request_status", text("pending"),
                        "timestamp", text("2017-07-14T02:40:00+00:00"),
                        "changes", AttributeValue.fromM(changes));
        return Map.of("version", text("2"), "extended_request", AttributeValue.fromM(extended));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
