package org.consoleme.platform.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of ours: all that is needed to create, check and document it. Billed on demand; point in
 * time recovery is for the operator to choose.
 *
 * @param purpose one sentence for the operator
 * @param ttl the attribute after which DynamoDB may delete an item, epoch seconds
 */
public record TableDefinition(
        String name,
        String setting,
        String purpose,
        KeyAttribute hash,
        Optional<KeyAttribute> range,
        List<SecondaryIndex> indexes,
        Optional<String> ttl) {
    public TableDefinition {
        indexes = List.copyOf(indexes);
    }

    /**
     * An attribute that is part of a key.
     *
     * @param type DynamoDB's letter: {@code S} or {@code N}
     */
    public record KeyAttribute(String name, String type) {
        static KeyAttribute text(String name) {
            return new KeyAttribute(name, "S");
        }

        static KeyAttribute number(String name) {
            return new KeyAttribute(name, "N");
        }
    }

    /**
     * A global secondary index.
     *
     * @param keysOnly whether it holds no more than keys
     */
    public record SecondaryIndex(
            String name, KeyAttribute hash, KeyAttribute range, boolean keysOnly) {
        String projection() {
            return keysOnly ? "KEYS_ONLY" : "ALL";
        }
    }

    /** The index of that name, which must be there. */
    SecondaryIndex index(String indexName) {
        return indexes.stream()
                .filter(one -> one.name().equals(indexName))
                .findFirst()
                .orElseThrow();
    }

    /** Every attribute that a key uses, once, by name. */
    List<KeyAttribute> attributes() {
        return Stream.concat(
                        Stream.concat(Stream.of(hash), range.stream()),
                        indexes.stream().flatMap(index -> Stream.of(index.hash(), index.range())))
                .collect(Collectors.toMap(KeyAttribute::name, key -> key, (a, b) -> a))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }
}
