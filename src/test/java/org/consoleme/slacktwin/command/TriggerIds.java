package org.consoleme.slacktwin.command;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

/** {@code trigger_id}s, in Slack's form. */
final class TriggerIds {
    private TriggerIds() {}

    static String make(Clock clock) {
        UUID random = UUID.randomUUID();
        return String.format(
                Locale.ROOT,
                "%d.%d.%016x%016x",
                clock.instant().toEpochMilli(),
                random.getMostSignificantBits() >>> 24,
                random.getMostSignificantBits(),
                random.getLeastSignificantBits());
    }
}
