package org.consoleme.slacktwin.page;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.slacktwin.fault.Fault;

/** How Slack is, as the page can have it. */
public enum Trouble {
    NONE("well"),
    THROTTLED("throttling: 429 to everything"),
    FAILING("ill: 500 to everything"),
    BROKEN("forgetful: it obeys, its answers get lost");

    private final String words;

    Trouble(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** What strikes every call; nothing if Slack is well. */
    public Optional<Fault> fault() {
        return switch (this) {
            case NONE -> Optional.empty();
            case THROTTLED -> Optional.of(new Fault.Throttled(Duration.ofSeconds(30)));
            case FAILING -> Optional.of(new Fault.Failing(500));
            case BROKEN -> Optional.of(new Fault.Broken());
        };
    }
}
