package org.consoleme.platform.dynamo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.consoleme.requests.OlderRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Reads the whole of ConsoleMe's table, page by page, and keeps the newest requests of it that are
 * not projections of ours. Whether an id is ours is asked once.
 */
final class OlderRequestsReading {
    private static final Logger LOG = LoggerFactory.getLogger(OlderRequestsReading.class);
    private static final int PAGE = 100;
    private static final int MAX_NAMED = 10;

    /** Above that an id is asked for anew each time: memory has an end. */
    private static final int MAX_KNOWN = 200_000;

    private static final Comparator<OlderRequest> OLDEST_FIRST =
            Comparator.comparing((OlderRequest r) -> r.requestedAt().orElse(Instant.EPOCH))
                    .thenComparing(r -> r.id().value());

    private final DynamoDatabase dynamo;
    private final String table;
    private final BatchReads ours;
    private final int most;
    private final PriorityQueue<OlderRequest> newest = new PriorityQueue<>(OLDEST_FIRST);
    private final Map<String, Boolean> isOurs = new HashMap<>();
    private final List<String> unreadable = new ArrayList<>();
    private int withoutId;

    /**
     * @param ours looks an id up in our own table
     * @param most so many are kept, the newest ones
     * @param known whose ids are, from the reading before
     */
    OlderRequestsReading(
            DynamoDatabase dynamo,
            String table,
            BatchReads ours,
            int most,
            Map<String, Boolean> known) {
        this.dynamo = dynamo;
        this.table = table;
        this.ours = ours;
        this.most = most;
        isOurs.putAll(known);
    }

    /**
     * The newest first.
     *
     * @throws org.consoleme.shared.ProblemException {@code Refused} also if there is no such table
     */
    List<OlderRequest> read() {
        Map<String, AttributeValue> from = null;
        do {
            ScanRequest scan =
                    ScanRequest.builder()
                            .tableName(table)
                            .limit(PAGE)
                            .exclusiveStartKey(from)
                            .build();
            ScanResponse page = dynamo.ask(client -> client.scan(scan));
            take(page.items());
            from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
        } while (from != null);
        tell();
        List<OlderRequest> all = new ArrayList<>(newest);
        all.sort(OLDEST_FIRST.reversed());
        return List.copyOf(all);
    }

    /** Whose the ids that were seen are. */
    Map<String, Boolean> known() {
        return Map.copyOf(isOurs);
    }

    private void take(List<Map<String, AttributeValue>> items) {
        List<OlderRequest> requests = new ArrayList<>();
        for (Map<String, AttributeValue> item : items) {
            Optional<OlderRequest> request = OlderRequestItem.read(item);
            request.map(OlderRequestItem::summary).ifPresent(requests::add);
            withoutId += request.isEmpty() ? 1 : 0;
        }
        Map<String, Boolean> whose = whose(requests.stream().map(r -> r.id().value()).toList());
        requests.stream().filter(r -> !whose.get(r.id().value())).forEach(this::add);
    }

    private Map<String, Boolean> whose(List<String> ids) {
        Map<String, Boolean> whose = new HashMap<>();
        ids.stream().filter(isOurs::containsKey).forEach(id -> whose.put(id, isOurs.get(id)));
        List<String> unknown = ids.stream().filter(id -> !whose.containsKey(id)).toList();
        Map<String, Map<String, AttributeValue>> found = ours.items(unknown, "request_id");
        unknown.forEach(id -> whose.put(id, found.containsKey(id)));
        if (isOurs.size() < MAX_KNOWN) {
            isOurs.putAll(whose);
        }
        return whose;
    }

    private void add(OlderRequest request) {
        request.unreadable().ifPresent(why -> unreadable.add(request.id() + ": " + why));
        newest.add(request);
        if (newest.size() > most) {
            newest.remove();
        }
    }

    private void tell() {
        if (!unreadable.isEmpty() || withoutId > 0) {
            LOG.atWarn()
                    .addKeyValue("table", table)
                    .addKeyValue("count", unreadable.size() + withoutId)
                    .addKeyValue("withoutId", withoutId)
                    .addKeyValue(
                            "rows", unreadable.subList(0, Math.min(MAX_NAMED, unreadable.size())))
                    .log("older requests cannot be read in full");
        }
    }
}
