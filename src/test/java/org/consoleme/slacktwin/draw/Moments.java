package org.consoleme.slacktwin.draw;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Draws {@code <!date^…>}: Slack puts the reader's own zone in; here one zone stands for
 * everybody's.
 */
final class Moments {

    private static final Map<String, String> TOKENS = new LinkedHashMap<>();

    static {
        TOKENS.put("{date_num}", "yyyy-MM-dd");
        TOKENS.put("{date_short_pretty}", "MMM d, yyyy");
        TOKENS.put("{date_long_pretty}", "EEEE, MMMM d, yyyy");
        TOKENS.put("{date_pretty}", "MMMM d, yyyy");
        TOKENS.put("{date_short}", "MMM d, yyyy");
        TOKENS.put("{date_long}", "EEEE, MMMM d, yyyy");
        TOKENS.put("{date}", "MMMM d, yyyy");
        TOKENS.put("{time_secs}", "h:mm:ss a");
        TOKENS.put("{time}", "h:mm a");
    }

    private Moments() {}

    static String draw(Instant at, String format, ZoneId zone) {
        String drawn = format;
        for (Map.Entry<String, String> token : TOKENS.entrySet()) {
            DateTimeFormatter formatter =
                    DateTimeFormatter.ofPattern(token.getValue(), Locale.US).withZone(zone);
            drawn = drawn.replace(token.getKey(), formatter.format(at));
        }
        return drawn;
    }
}
