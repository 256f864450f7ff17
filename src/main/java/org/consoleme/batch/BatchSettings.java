package org.consoleme.batch;

import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Settings;

/**
 * How this node runs jobs.
 *
 * @param enabled {@code jobs.enabled}: off, and nothing starts by itself on this node
 * @param threads {@code jobs.threads}: accounts that are read at the same time, 1 to 64
 * @param node {@code node.name}: stays the same when the node starts again, and no other node has
 *     it
 */
public record BatchSettings(boolean enabled, int threads, String node) implements Settings {
    private static final int MOST_THREADS = 64;

    public BatchSettings {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new Problem.Invalid("jobs.threads", "1 to " + MOST_THREADS).asException();
        }
    }

    /**
     * @param host the machine's name: the node's, unless the configuration names it
     */
    public static BatchSettings from(Configuration configuration, String host) {
        return new BatchSettings(
                configuration.flag("jobs.enabled", true),
                configuration.integer("jobs.threads", 4),
                configuration.text("node.name").filter(name -> !name.isBlank()).orElse(host));
    }
}
