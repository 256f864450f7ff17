package org.consoleme.platform.dynamo;

import java.util.List;
import java.util.Optional;
import org.consoleme.platform.dynamo.TableDefinition.KeyAttribute;
import org.consoleme.platform.dynamo.TableDefinition.SecondaryIndex;
import org.consoleme.shared.Configuration;

/** All tables of ours, in one place. Their names and keys are promises to the operator. */
public record DynamoTables(
        TableDefinition requestState,
        TableDefinition auditEvents,
        TableDefinition outbox,
        TableDefinition grants,
        TableDefinition slackLinks,
        TableDefinition slackCards,
        TableDefinition jobRuns,
        TableDefinition signIns) {
    private static final String TTL = "ttl";

    public static DynamoTables from(Configuration configuration) {
        return new DynamoTables(
                table(
                        configuration,
                        "request_state",
                        "Where each request stands, with its decisions and the exact documents.",
                        KeyAttribute.text("request_id"),
                        Optional.empty(),
                        List.of(
                                new SecondaryIndex(
                                        "by_time",
                                        KeyAttribute.text("time_shard"),
                                        KeyAttribute.number("requested_at"),
                                        true),
                                new SecondaryIndex(
                                        "by_state_and_time",
                                        KeyAttribute.text("state_shard"),
                                        KeyAttribute.number("requested_at"),
                                        true),
                                new SecondaryIndex(
                                        "by_requester",
                                        KeyAttribute.text("requester_key"),
                                        KeyAttribute.number("requested_at"),
                                        true),
                                new SecondaryIndex(
                                        "by_expiry",
                                        KeyAttribute.text("expiry_shard"),
                                        KeyAttribute.number("expires_at"),
                                        true)),
                        Optional.empty()),
                table(
                        configuration,
                        "audit_events",
                        "What happened: who got keys, who was refused, who decided. Append only.",
                        KeyAttribute.text("day_shard"),
                        Optional.of(KeyAttribute.text("event_id")),
                        List.of(
                                new SecondaryIndex(
                                        "by_actor",
                                        KeyAttribute.text("actor_key"),
                                        KeyAttribute.text("event_id"),
                                        false)),
                        Optional.empty()),
                table(
                        configuration,
                        "outbox",
                        "Effects that are still to happen; done rows are deleted.",
                        KeyAttribute.text("shard"),
                        Optional.of(KeyAttribute.text("event_id")),
                        List.of(),
                        Optional.empty()),
                table(
                        configuration,
                        "grants",
                        "Roles that somebody may use for a time.",
                        KeyAttribute.text("grant_id"),
                        Optional.empty(),
                        List.of(
                                new SecondaryIndex(
                                        "by_user",
                                        KeyAttribute.text("user_key"),
                                        KeyAttribute.number("ends_at"),
                                        false),
                                new SecondaryIndex(
                                        "by_end",
                                        KeyAttribute.text("end_minute_shard"),
                                        KeyAttribute.text("grant_id"),
                                        true)),
                        Optional.empty()),
                table(
                        configuration,
                        "slack_links",
                        "Which person a Slack user is.",
                        KeyAttribute.text("slack_key"),
                        Optional.empty(),
                        List.of(
                                new SecondaryIndex(
                                        "by_user",
                                        KeyAttribute.text("user_key"),
                                        KeyAttribute.text("slack_key"),
                                        true)),
                        Optional.empty()),
                table(
                        configuration,
                        "slack_cards",
                        "Which messages show which request.",
                        KeyAttribute.text("card_key"),
                        Optional.empty(),
                        List.of(
                                new SecondaryIndex(
                                        "by_request",
                                        KeyAttribute.text("request_id"),
                                        KeyAttribute.text("card_key"),
                                        false)),
                        Optional.of(TTL)),
                table(
                        configuration,
                        "job_runs",
                        "Runs of jobs and what became of each account.",
                        KeyAttribute.text("run_id"),
                        Optional.empty(),
                        List.of(
                                new SecondaryIndex(
                                        "by_job",
                                        KeyAttribute.text("job"),
                                        KeyAttribute.text("run_id"),
                                        true)),
                        Optional.of(TTL)),
                table(
                        configuration,
                        "sign_ins",
                        "The groups of each person's last sign-in.",
                        KeyAttribute.text("user_key"),
                        Optional.empty(),
                        List.of(),
                        Optional.of(TTL)));
    }

    public List<TableDefinition> all() {
        return List.of(
                requestState,
                auditEvents,
                outbox,
                grants,
                slackLinks,
                slackCards,
                jobRuns,
                signIns);
    }

    private static TableDefinition table(
            Configuration configuration,
            String name,
            String purpose,
            KeyAttribute hash,
            Optional<KeyAttribute> range,
            List<SecondaryIndex> indexes,
            Optional<String> ttl) {
        String setting = "aws." + name + "_dynamo_table";
        return new TableDefinition(
                configuration.text(setting, "consoleme_" + name),
                setting,
                purpose,
                hash,
                range,
                indexes,
                ttl);
    }
}
