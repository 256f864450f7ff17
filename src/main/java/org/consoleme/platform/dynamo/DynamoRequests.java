package org.consoleme.platform.dynamo;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestOrder;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Requests;
import org.consoleme.requests.SeenRequest;
import org.consoleme.requests.Transition;
import org.consoleme.requests.Version;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * {@code consoleme_request_state}, and ConsoleMe's item beside it where ConsoleMe has such a
 * request. All that belongs to one step is one transaction: see {@code
 * src/docs/decisions/requests.md}.
 */
@Single
public class DynamoRequests implements Requests {
    private static final String KEY = "request_id";
    private static final int MAX_PAGE = 100;

    /** Nobody may talk a request so full that it cannot be decided any more. */
    private static final long ROOM_TO_TALK = 300 * 1024;

    private final DynamoDatabase dynamo;
    private final DynamoTables tables;
    private final PolicyRequests projections;
    private final WrittenEvents written;
    private final BatchReads rows;
    private final IndexPages byTime;
    private final IndexPages byState;
    private final IndexPages byRequester;
    private final IndexPages byExpiry;

    @Inject
    public DynamoRequests(
            DynamoDatabase dynamo,
            Configuration configuration,
            WrittenEvents written,
            Clock clock) {
        this.dynamo = dynamo;
        this.written = written;
        tables = DynamoTables.from(configuration);
        projections = new PolicyRequests(dynamo, configuration, clock);
        rows = new BatchReads(dynamo, table(), KEY);
        byTime = index("by_time");
        byState = index("by_state_and_time");
        byRequester = index("by_requester");
        byExpiry = index("by_expiry");
    }

    private String table() {
        return tables.requestState().name();
    }

    private IndexPages index(String name) {
        return new IndexPages(dynamo, table(), KEY, tables.requestState().index(name));
    }

    /** What ConsoleMe may have written over ours since is read too, so that it can be replaced. */
    @Override
    public Optional<ChangeRequest> find(RequestId id) {
        return row(id).map(RequestItem::read).map(this::withProjection);
    }

    @Override
    public Optional<SeenRequest> look(RequestId id) {
        return row(id).map(row -> StoredRequests.read(id, row))
                .map(
                        seen ->
                                seen instanceof SeenRequest.Ours(ChangeRequest request)
                                        ? new SeenRequest.Ours(withProjection(request))
                                        : seen);
    }

    private Optional<Map<String, AttributeValue>> row(RequestId id) {
        GetItemResponse found =
                dynamo.ask(
                        client ->
                                client.getItem(
                                        get ->
                                                get.tableName(table())
                                                        .consistentRead(true)
                                                        .key(
                                                                Map.of(
                                                                        KEY,
                                                                        AttributeValue.fromS(
                                                                                id.value())))));
        return found.hasItem() ? Optional.of(found.item()) : Optional.empty();
    }

    private ChangeRequest withProjection(ChangeRequest request) {
        return PolicyRequestItem.has(request)
                ? request.at(
                        new Version(
                                request.version().revision(),
                                projections.lastUpdated(request.id())))
                : request;
    }

    @Override
    public void open(ChangeRequest request, Transition transition) {
        write(Version.NEW, request, transition, ROOM_TO_TALK);
    }

    @Override
    public ChangeRequest replace(ChangeRequest before, ChangeRequest after, Transition transition) {
        boolean talk = after.comments().size() > before.comments().size();
        return write(
                before.version(), after, transition, talk ? ROOM_TO_TALK : Transaction.MAX_ITEM);
    }

    private ChangeRequest write(
            Version before, ChangeRequest after, Transition transition, long maxItem) {
        Optional<Map<String, AttributeValue>> projection =
                projections.missing() ? Optional.empty() : PolicyRequestItem.of(after);
        try {
            return write(before, after, projection, transition, maxItem);
        } catch (ProblemException failed) {
            if (projection.isPresent() && projections.explains(failed)) {
                return write(before, after, Optional.empty(), transition, maxItem);
            }
            throw failed;
        }
    }

    private ChangeRequest write(
            Version before,
            ChangeRequest after,
            Optional<Map<String, AttributeValue>> projection,
            Transition transition,
            long maxItem) {
        Version next =
                new Version(
                        before.revision() + 1,
                        projection.map(item -> PolicyRequestItem.lastUpdated(after)));
        List<OutboxEvent> events =
                OutboxItem.events(
                        after.id().value(), transition.effects(), transition.audit().at());
        Transaction transaction = new Transaction(maxItem);
        put(transaction, before, RequestItem.of(after, next));
        projection.ifPresent(item -> projections.put(transaction, item, before.projection()));
        transaction.put(tables.auditEvents().name(), AuditItem.of(transition.audit()));
        events.forEach(event -> transaction.put(tables.outbox().name(), OutboxItem.of(event)));
        transaction.run(dynamo);
        written.tell(events);
        return after.at(next);
    }

    private void put(Transaction transaction, Version before, Map<String, AttributeValue> row) {
        if (before.revision() == 0) {
            transaction.put(table(), row, "attribute_not_exists(request_id)", Map.of());
        } else {
            transaction.put(
                    table(),
                    row,
                    "revision = :revision",
                    Map.of(":revision", ItemCodec.OURS.attribute(before.revision())));
        }
    }

    @Override
    public Page all(RequestOrder order, Optional<String> from, int limit) {
        return page(byTime, RequestItem.timeShards(), "all", order, from, limit);
    }

    @Override
    public Page inState(
            RequestState.Name state, RequestOrder order, Optional<String> from, int limit) {
        Page page = page(byState, RequestItem.shards(state), "state " + state, order, from, limit);
        return new Page(
                page.all().stream().filter(seen -> mayBeIn(state, seen)).toList(),
                page.next(),
                page.after());
    }

    /** The index may lag behind the rows. */
    private static boolean mayBeIn(RequestState.Name state, SeenRequest seen) {
        return !(seen instanceof SeenRequest.Ours(ChangeRequest request))
                || request.state().name() == state;
    }

    @Override
    public Page of(UserId requester, RequestOrder order, Optional<String> from, int limit) {
        return page(
                byRequester,
                List.of(requester.key()),
                "requester " + requester.key(),
                order,
                from,
                limit);
    }

    private Page page(
            IndexPages index,
            List<String> partitions,
            String of,
            RequestOrder order,
            Optional<String> from,
            int limit) {
        String list = of + " " + order;
        int size = Math.clamp(limit, 1, MAX_PAGE);
        List<IndexPages.Entry> entries =
                index.page(partitions, order, from.map(text -> PageToken.parse(list, text)), size);
        List<IndexPages.Entry> here = entries.subList(0, Math.min(size, entries.size()));
        Optional<String> next =
                entries.size() > size
                        ? Optional.of(
                                new PageToken(here.getLast().at(), here.getLast().id()).text(list))
                        : Optional.empty();
        return new Page(
                read(here),
                next,
                seen ->
                        new PageToken(seen.requestedAt().toEpochMilli(), seen.id().value())
                                .text(list));
    }

    /** Read with what ConsoleMe has of them, since whoever asks is about to replace them. */
    @Override
    public List<ChangeRequest> overdue(Instant now, int limit) {
        List<IndexPages.Entry> entries =
                byExpiry.oldest(RequestItem.expiryShards(), now.toEpochMilli(), MAX_PAGE);
        return read(entries).stream()
                .filter(SeenRequest.Ours.class::isInstance)
                .map(seen -> ((SeenRequest.Ours) seen).request())
                .filter(request -> request.overdue(now))
                .limit(limit)
                .map(this::withProjection)
                .toList();
    }

    private List<SeenRequest> read(List<IndexPages.Entry> entries) {
        return StoredRequests.read(
                rows.items(entries.stream().map(IndexPages.Entry::id).toList()), entries);
    }
}
