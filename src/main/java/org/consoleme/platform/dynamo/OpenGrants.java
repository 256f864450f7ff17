package org.consoleme.platform.dynamo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.Grant;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * The grants that are in the index by end, as this node knows them: it reads the index, which holds
 * keys alone and open grants alone, and then only those rows whose keys it has not seen before.
 */
final class OpenGrants {
    private final DynamoDatabase dynamo;
    private final String table;
    private final BatchReads rows;
    private volatile Map<String, Known> known = Map.of();

    OpenGrants(DynamoDatabase dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        rows = new BatchReads(dynamo, table, GrantItem.ID);
    }

    /**
     * @param grant empty if this release cannot read it: it counts for nobody
     */
    private record Known(String indexKey, Optional<Grant> grant) {}

    /** Those that end after {@code now}. */
    Collection<Grant> endingAfter(Instant now) {
        Map<String, String> keys = keys(GrantItem.minute(now));
        Map<String, Known> before = known;
        Map<String, Known> next = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        keys.forEach(
                (id, indexKey) -> {
                    Known earlier = before.get(id);
                    if (earlier != null && earlier.indexKey().equals(indexKey)) {
                        next.put(id, earlier);
                    } else {
                        unknown.add(id);
                    }
                });
        rows.items(unknown)
                .forEach(
                        (id, row) ->
                                next.put(id, new Known(indexKey(row), GrantItem.tryRead(row))));
        known = Map.copyOf(next);
        return next.values().stream()
                .flatMap(entry -> entry.grant().stream())
                .filter(grant -> grant.closed().isEmpty() && grant.end().isAfter(now))
                .toList();
    }

    /** Grant id to key in the index; a scan of it costs what its few rows weigh. */
    private Map<String, String> keys(String fromMinute) {
        ScanRequest scan = ScanRequest.builder().tableName(table).indexName("by_end").build();
        Map<String, String> keys = new HashMap<>();
        dynamo.ask(
                client -> {
                    client.scanPaginator(scan)
                            .items()
                            .forEach(item -> keys.put(item.get(GrantItem.ID).s(), indexKey(item)));
                    return keys;
                });
        keys.values().removeIf(indexKey -> indexKey.compareTo(fromMinute) < 0);
        return keys;
    }

    /** Empty for a row that has left the index since. */
    private static String indexKey(Map<String, AttributeValue> item) {
        return new Item(item).text(GrantItem.END_MINUTE_SHARD).orElse("");
    }
}
