package org.consoleme.platform.dynamo;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;

/** Attributes that must be there for a row of ours to make sense; see {@link Unreadable}. */
final class StoredWords {
    private StoredWords() {}

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E constant(Class<E> type, String what, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> word(one).equals(word))
                .findFirst()
                .orElseThrow(() -> Unreadable.unknown(what, word));
    }

    static String text(Item row, String name) {
        return row.text(name).orElseThrow(() -> Unreadable.without(name));
    }

    static Instant at(Item row, String name) {
        return row.millis(name).orElseThrow(() -> Unreadable.without(name));
    }

    static UserId user(Item row, String name) {
        return row.text(name)
                .filter(UserId::isUserId)
                .map(UserId::new)
                .orElseThrow(() -> Unreadable.without(name));
    }

    static RoleArn role(Item row, String name) {
        return row.text(name)
                .flatMap(RoleArn::tryParse)
                .orElseThrow(() -> Unreadable.without(name));
    }

    static RequestId request(Item row, String name) {
        return row.text(name)
                .filter(RequestId::isRequestId)
                .map(RequestId::new)
                .orElseThrow(() -> Unreadable.without(name));
    }
}
