package org.consoleme.slack.requests;

import java.time.Duration;
import java.util.Optional;

/**
 * What a form says before it is sent.
 *
 * @param words who will be asked, or that nobody could approve
 * @param longest how long the role can be had at a time; empty where that is not known
 */
record Outlook(String words, Optional<Duration> longest) {

    static Outlook of(String words) {
        return new Outlook(words, Optional.empty());
    }
}
