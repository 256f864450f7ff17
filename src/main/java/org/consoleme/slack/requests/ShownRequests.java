package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.consoleme.shared.Ephemeral;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;

/**
 * What cards said that a request gives, by the hash that stood on them: so that whoever decides on
 * an older card can be told what changed. For eyes only; nothing is decided by it, and what is not
 * remembered any more is just not told.
 */
@Single
public class ShownRequests {
    private static final Duration MEMORY = Duration.ofDays(30);

    /** Characters; more than this was on no card. */
    private static final int MOST = 20_000;

    private final Ephemeral store;

    @Inject
    public ShownRequests(Ephemeral store) {
        this.store = store;
    }

    /**
     * After it was drawn. Waits for the store, so nobody who waits for an answer may call it; what
     * is longer than 20,000 characters is not remembered.
     */
    void note(String hash, List<String> gives) {
        String text = String.join("\n", gives);
        if (text.length() > MOST) {
            return;
        }
        try {
            store.put(key(hash), text, MEMORY);
        } catch (ProblemException away) {
            return;
        }
    }

    /** What is there no more with a minus before it, what came with a plus. */
    List<String> changedSince(String hash, List<String> now) {
        List<String> before = shown(hash);
        if (before.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        before.stream().filter(line -> !now.contains(line)).map("− "::concat),
                        now.stream().filter(line -> !before.contains(line)).map("+ "::concat))
                .toList();
    }

    private List<String> shown(String hash) {
        try {
            return store.get(key(hash)).map(text -> List.of(text.split("\n"))).orElse(List.of());
        } catch (ProblemException away) {
            return List.of();
        }
    }

    private static String key(String hash) {
        return "slack-shown:" + hash;
    }
}
