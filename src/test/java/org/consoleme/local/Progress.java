package org.consoleme.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells the person who waits what is going on, with the seconds since the start. */
final class Progress {
    private final PrintStream out;
    private final Instant started = Instant.now();

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Says nothing: for tests. */
    static Progress silent() {
        return new Progress(new PrintStream(PrintStream.nullOutputStream(), false));
    }

    void say(String line) {
        out.printf(Locale.ROOT, "[%5.1f s] %s%n", seconds(), line);
        out.flush();
    }

    void block(String text) {
        out.print(text);
        out.flush();
    }

    double seconds() {
        return Duration.between(started, Instant.now()).toMillis() / 1000.0;
    }
}
