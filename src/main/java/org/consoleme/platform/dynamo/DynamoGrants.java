package org.consoleme.platform.dynamo;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consoleme.access.Grant;
import org.consoleme.access.GrantChanges;
import org.consoleme.access.Grants;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * {@code consoleme_grants}. {@link #live} lists what is open and ends after the instant it is
 * given: a job that asks with an earlier one finds those whose end nobody has recorded yet.
 */
@Single
public class DynamoGrants implements Grants {
    private static final int MAX_OWN = 100;

    private final DynamoDatabase dynamo;
    private final DynamoTables tables;
    private final WrittenEvents written;
    private final GrantChanges changes;
    private final OpenGrants open;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Inject
    public DynamoGrants(
            DynamoDatabase dynamo,
            Configuration configuration,
            WrittenEvents written,
            GrantChanges changes) {
        this.dynamo = dynamo;
        this.written = written;
        this.changes = changes;
        tables = DynamoTables.from(configuration);
        open = new OpenGrants(dynamo, table());
    }

    private String table() {
        return tables.grants().name();
    }

    @Override
    public Optional<Grant> find(GrantId id) {
        GetItemResponse found =
                dynamo.ask(
                        client ->
                                client.getItem(
                                        get ->
                                                get.tableName(table())
                                                        .consistentRead(true)
                                                        .key(key(id))));
        return found.hasItem() ? Optional.of(GrantItem.read(found.item())) : Optional.empty();
    }

    @Override
    public Grant openOnce(Grant grant, AuditEvent audit) {
        Grant first = at(grant, 1);
        try {
            write(
                    new Transaction()
                            .put(
                                    table(),
                                    GrantItem.of(first, audit.at()),
                                    "attribute_not_exists(grant_id)",
                                    Map.of()),
                    first,
                    audit);
            return first;
        } catch (ProblemException failed) {
            if (failed.problem() instanceof Problem.Conflict) {
                Grant earlier = find(grant.id()).orElseThrow(() -> failed);
                earlier.requireStandsFor(grant);
                return earlier;
            }
            throw failed;
        }
    }

    @Override
    public Grant replace(Grant before, Grant after, AuditEvent audit) {
        Grant next = at(after, before.revision() + 1);
        write(
                new Transaction()
                        .put(
                                table(),
                                GrantItem.of(next, audit.at()),
                                "revision = :revision",
                                Map.of(":revision", ItemCodec.OURS.attribute(before.revision()))),
                next,
                audit);
        return next;
    }

    @Override
    public boolean remindOnce(Grant grant, Instant now) {
        Transaction noted =
                new Transaction()
                        .put(
                                table(),
                                GrantItem.reminded(grant, now),
                                "revision = :revision AND attribute_not_exists(reminded_at)",
                                Map.of(":revision", ItemCodec.OURS.attribute(grant.revision())));
        try {
            announce(noted, grant, OutboxEvent.Kind.REMIND_OF_END, now);
            return true;
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Conflict) {
                return false;
            }
            throw e;
        }
    }

    private void write(Transaction transaction, Grant grant, AuditEvent audit) {
        transaction.put(tables.auditEvents().name(), AuditItem.of(audit));
        announce(transaction, grant, OutboxEvent.Kind.ANNOUNCE_GRANT, audit.at());
        listeners.forEach(Runnable::run);
        changes.publish();
    }

    private void announce(Transaction transaction, Grant grant, OutboxEvent.Kind kind, Instant at) {
        List<OutboxEvent> events = OutboxItem.events(grant.id().value(), List.of(kind), at);
        events.forEach(event -> transaction.put(tables.outbox().name(), OutboxItem.of(event)));
        transaction.run(dynamo);
        written.tell(events);
    }

    private static Grant at(Grant grant, long revision) {
        return new Grant(
                grant.id(),
                revision,
                grant.request(),
                grant.user(),
                grant.role(),
                grant.start(),
                grant.end(),
                grant.closed());
    }

    @Override
    public List<Grant> of(UserId user, int limit) {
        int most = Math.clamp(limit, 1, MAX_OWN);
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table())
                        .indexName("by_user")
                        .keyConditionExpression("user_key = :user")
                        .expressionAttributeValues(
                                Map.of(":user", AttributeValue.fromS(user.key())))
                        .scanIndexForward(false)
                        .limit(most)
                        .build();
        return dynamo.ask(client -> client.query(query)).items().stream()
                .flatMap(row -> GrantItem.tryRead(row).stream())
                .toList();
    }

    @Override
    public Collection<Grant> live(Instant now) {
        return open.endingAfter(now);
    }

    /** This node hears of its own changes even while Redis is away. */
    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
        changes.listen(listener);
    }

    private static Map<String, AttributeValue> key(GrantId id) {
        return Map.of(GrantItem.ID, AttributeValue.fromS(id.value()));
    }
}
