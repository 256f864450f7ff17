package org.consoleme.slack.requests;

import java.time.Duration;

/** Lengths of time as people read them. */
final class Lengths {
    private Lengths() {}

    /** For example {@code 2 h}, {@code 1 h 30 min}; whole minutes. */
    static String words(Duration length) {
        long hours = length.toHours();
        int minutes = length.toMinutesPart();
        if (hours == 0) {
            return minutes + " min";
        }
        return minutes == 0 ? hours + " h" : hours + " h " + minutes + " min";
    }
}
