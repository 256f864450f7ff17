package org.consoleme.platform.config;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the static configuration once, at its first use, and reports what in it does nothing. A
 * wrong configuration stops the start with one sentence that names the key.
 */
@Single
public class ConfigurationStart {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationStart.class);

    private static final String ENTRY_POINT = "CONSOLEME_CONFIG_ENTRYPOINT";

    /** Before whoever else observes the start, so that the first complaint is the right one. */
    private static final int FIRST = 1;

    private final Environment environment;
    private final Supplier<RemoteText> remote;
    private YamlConfiguration loaded;

    /** Takes the port as an {@code Instance}: its clients are built only where they are needed. */
    @Inject
    public ConfigurationStart(Instance<RemoteText> remote) {
        this(
                Environment.ofThisProcess(),
                () -> {
                    if (remote.isResolvable()) {
                        return remote.get();
                    }
                    throw new Problem.Refused("ConsoleMe", "NoAwsClient").asException();
                });
    }

    ConfigurationStart(Environment environment, Supplier<RemoteText> remote) {
        this.environment = environment;
        this.remote = remote;
    }

    void check(@Observes @Priority(FIRST) Startup started) {
        try {
            configuration();
        } catch (ProblemException e) {
            LOG.atError()
                    .addKeyValue("reason", e.problem().sentence())
                    .log("the configuration is wrong");
            throw e;
        }
    }

    /**
     * The static configuration.
     *
     * @throws ProblemException {@code Invalid} with the key or the file as its field
     */
    @Produces
    @Singleton
    public synchronized Configuration configuration() {
        if (loaded == null) {
            ConfigurationFiles.Loaded files = new ConfigurationFiles(environment, remote).load();
            AccountIdRepair.Repaired repaired = AccountIdRepair.inStatic(files.tree());
            KeyReport report = KeyReport.of(repaired.tree(), KeyCatalogue.get());
            loaded = YamlConfiguration.of(repaired.tree(), KeyCatalogue.get(), environment);
            LOG.atInfo().addKeyValue("sources", files.sources()).log("configuration read");
            warn("configuration: passed over", files.notes());
            warn("configuration: account ids", repaired.notes());
            warn("configuration: unknown keys do nothing", report.unknown());
            warn("configuration: these keys do nothing any more", report.dropped());
            warn("configuration: these keys do nothing yet", report.planned());
            warn("configuration: plug-ins are not loaded", plugins(report));
        }
        return loaded;
    }

    /** ConsoleMe's own configuration plug-in is named in the environment. */
    private List<String> plugins(KeyReport report) {
        List<String> plugins = new ArrayList<>(report.plugins());
        environment
                .variable(ENTRY_POINT)
                .filter(name -> !name.equals("default_config"))
                .ifPresent(
                        _ ->
                                plugins.add(
                                        ENTRY_POINT
                                                + ": Python plug-ins cannot be loaded; the file"
                                                + " is found by CONFIG_LOCATION"));
        return plugins;
    }

    private static void warn(String message, List<String> lines) {
        if (!lines.isEmpty()) {
            LOG.atWarn().addKeyValue("keys", lines).log(message);
        }
    }
}
