package org.consoleme.platform.dynamo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.platform.dynamo.TableDefinition.SecondaryIndex;
import org.consoleme.requests.RequestOrder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Pages of the keys in an index whose range is a time, merged from several of its partitions. An
 * index leaves open how it sorts equal times; here the item's id decides, so that no page repeats
 * or loses any.
 */
final class IndexPages {
    static final Comparator<Entry> BY_TIME =
            Comparator.comparingLong(Entry::at).thenComparing(Entry::id);

    private final DynamoDatabase dynamo;
    private final String table;
    private final String key;
    private final SecondaryIndex index;

    /**
     * @param key the table's hash key
     */
    IndexPages(DynamoDatabase dynamo, String table, String key, SecondaryIndex index) {
        this.dynamo = dynamo;
        this.table = table;
        this.key = key;
        this.index = index;
    }

    /**
     * The keys of one item.
     *
     * @param at epoch milliseconds
     */
    record Entry(String id, long at) {}

    /** At most so many, and one more if there are more. */
    List<Entry> page(
            List<String> partitions, RequestOrder order, Optional<PageToken> after, int limit) {
        return partitions.stream()
                .flatMap(partition -> page(partition, order, after, limit).stream())
                .sorted(order.of(BY_TIME))
                .limit(limit + 1L)
                .toList();
    }

    private List<Entry> page(
            String partition, RequestOrder order, Optional<PageToken> after, int limit) {
        // one more tells whether the last one's time is another's too, mostly without a second
        // query
        QueryRequest query = query(partition, order, after).limit(limit + 2).build();
        return dynamo.ask(
                client -> {
                    List<Entry> entries = new ArrayList<>();
                    Iterator<Map<String, AttributeValue>> items =
                            client.queryPaginator(query).items().iterator();
                    while (items.hasNext()) {
                        Entry entry = entry(items.next());
                        if (after.isPresent() && !after.get().before(order, entry)) {
                            continue;
                        }
                        if (entries.size() > limit && entry.at() != entries.getLast().at()) {
                            break;
                        }
                        entries.add(entry);
                    }
                    return entries;
                });
    }

    /** Equal times stand on both sides of a page's end. */
    private QueryRequest.Builder query(
            String partition, RequestOrder order, Optional<PageToken> after) {
        return switch (order) {
            case NEWEST_FIRST ->
                    query(partition, "<=", after.map(PageToken::at).orElse(Long.MAX_VALUE))
                            .scanIndexForward(false);
            case OLDEST_FIRST ->
                    query(partition, ">=", after.map(PageToken::at).orElse(Long.MIN_VALUE));
        };
    }

    /** Those up to and with {@code until}, the oldest first. */
    List<Entry> oldest(List<String> partitions, long until, int limit) {
        return partitions.stream()
                .flatMap(partition -> oldest(partition, until, limit).stream())
                .sorted(BY_TIME)
                .limit(limit)
                .toList();
    }

    private List<Entry> oldest(String partition, long until, int limit) {
        QueryRequest query = query(partition, "<=", until).limit(limit).build();
        return dynamo.ask(
                client ->
                        client.queryPaginator(query).items().stream()
                                .limit(limit)
                                .map(this::entry)
                                .toList());
    }

    private QueryRequest.Builder query(String partition, String compared, long time) {
        return QueryRequest.builder()
                .tableName(table)
                .indexName(index.name())
                .keyConditionExpression("#hash = :hash AND #range " + compared + " :time")
                .expressionAttributeNames(
                        Map.of("#hash", index.hash().name(), "#range", index.range().name()))
                .expressionAttributeValues(
                        Map.of(
                                ":hash", AttributeValue.fromS(partition),
                                ":time", ItemCodec.OURS.attribute(time)));
    }

    private Entry entry(Map<String, AttributeValue> item) {
        return new Entry(
                item.get(key).s(), new Item(item).whole(index.range().name()).orElseThrow());
    }
}
