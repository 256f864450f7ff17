package org.consoleme.platform.config;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dynamic configuration that counts on this node: the last good version, and until one was read
 * the static {@code dynamic_config} block.
 */
@Single
public class CurrentDynamicConfiguration implements Supplier<DynamicConfiguration> {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentDynamicConfiguration.class);

    private final AtomicReference<DynamicConfiguration> current;
    private volatile boolean settled;

    @Inject
    public CurrentDynamicConfiguration(Configuration configuration) {
        current =
                new AtomicReference<>(
                        DynamicConfigurationText.standIn(configuration.map("dynamic_config")));
    }

    @Override
    public DynamicConfiguration get() {
        return current.get();
    }

    /** What is stored was read, or found not to exist, since the start. */
    public boolean isSettled() {
        return settled;
    }

    /** Nothing is stored, or nothing is to be read: the static stand-in counts. */
    void settle() {
        settled = true;
    }

    /** A stored version was read since the start. */
    public boolean isLoaded() {
        return get().updatedAt().isPresent();
    }

    /**
     * Makes a version count from now on, an empty one too.
     *
     * @return false if it was the current one already
     * @throws org.consoleme.shared.ProblemException {@code Invalid}: the last good one stays
     */
    public boolean accept(String text, String updatedBy, Instant updatedAt) {
        DynamicConfiguration next = DynamicConfigurationText.parsed(text, updatedBy, updatedAt);
        DynamicConfiguration before = current.getAndSet(next);
        settled = true;
        if (before.version().equals(next.version())) {
            return false;
        }
        LOG.atInfo()
                .addKeyValue("user", updatedBy)
                .addKeyValue("version", next.version())
                .log("dynamic configuration taken");
        if (!next.problems().isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("version", next.version())
                    .addKeyValue("keys", next.problems())
                    .log("dynamic configuration: entries left out");
        }
        return true;
    }
}
