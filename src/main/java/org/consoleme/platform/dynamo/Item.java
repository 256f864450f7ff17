package org.consoleme.platform.dynamo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item that was read, asked by name: what is missing, null or of another type is empty. */
record Item(Map<String, AttributeValue> attributes) {
    Item {
        attributes = Map.copyOf(attributes);
    }

    /** Empty also for an empty text and ConsoleMe's placeholder for one. */
    Optional<String> text(String name) {
        return value(name)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isEmpty());
    }

    Optional<Long> whole(String name) {
        return value(name).filter(Number.class::isInstance).map(n -> ((Number) n).longValue());
    }

    Optional<Instant> millis(String name) {
        return whole(name).map(Instant::ofEpochMilli);
    }

    boolean flag(String name) {
        return value(name).filter(Boolean.TRUE::equals).isPresent();
    }

    List<String> texts(String name) {
        return value(name).filter(List.class::isInstance).map(l -> (List<?>) l).stream()
                .flatMap(List::stream)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    Map<String, AttributeValue> map(String name) {
        AttributeValue map = attributes.get(name);
        return map == null || !map.hasM() ? Map.of() : map.m();
    }

    /** The maps of a list, or nothing. */
    List<Item> items(String name) {
        AttributeValue list = attributes.get(name);
        return list == null || !list.hasL()
                ? List.of()
                : list.l().stream().filter(AttributeValue::hasM).map(m -> new Item(m.m())).toList();
    }

    private Optional<Object> value(String name) {
        return Optional.ofNullable(attributes.get(name)).map(ItemCodec::value);
    }
}
