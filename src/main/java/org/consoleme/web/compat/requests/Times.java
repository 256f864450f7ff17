package org.consoleme.web.compat.requests;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as ConsoleMe writes them: {@code 2026-11-21T10:22:26+00:00}. */
final class Times {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Times() {}

    static String text(Instant at) {
        return ISO.format(at);
    }
}
