package org.consoleme.platform.config;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Settings;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds all settings at the start, so that a wrong key stops it with a sentence that names the
 * key.
 */
@Single
public class SettingsStart {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsStart.class);

    /** Right after the configuration itself. */
    private static final int SECOND = 2;

    void build(@Observes @Priority(SECOND) Startup started, @Any Instance<Settings> all) {
        try {
            long count = all.stream().count();
            LOG.atInfo().addKeyValue("count", count).log("settings read");
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("reason", reason(e)).log("the configuration is wrong");
            throw e;
        }
    }

    private static String reason(Throwable e) {
        return Optional.ofNullable(e.getCause())
                .filter(_ -> !(e instanceof ProblemException))
                .map(SettingsStart::reason)
                .orElseGet(e::getMessage);
    }
}
