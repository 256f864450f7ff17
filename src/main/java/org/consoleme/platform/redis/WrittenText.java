package org.consoleme.platform.redis;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.consoleme.inventory.IamCache;
import org.consoleme.inventory.IamObject;

/** A field of {@code consoleme:iam:{account}}: {@code kind|fingerprint|ttl}, epoch seconds. */
final class WrittenText {
    private WrittenText() {}

    static String write(IamCache.Entry entry) {
        return entry.object().kind().name().toLowerCase(Locale.ROOT)
                + "|"
                + entry.fingerprint()
                + "|"
                + entry.ttl().getEpochSecond();
    }

    /** Empty if it is not of ours: then the object counts as never written. */
    static Optional<IamCache.Written> read(String text) {
        int first = text.indexOf('|');
        int last = text.lastIndexOf('|');
        if (first < 0 || first == last) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new IamCache.Written(
                            IamObject.Kind.valueOf(
                                    text.substring(0, first).toUpperCase(Locale.ROOT)),
                            text.substring(first + 1, last),
                            Instant.ofEpochSecond(Long.parseLong(text.substring(last + 1)))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
