package org.consoleme.local;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.Secret;

/**
 * The Slack that the server talks to: the twin, or a real workspace.
 *
 * @param page where a person types commands; empty for a real workspace
 * @param variables what the server's environment gets, {@code SLACK_*}
 * @param stop ends what was started
 */
record SlackPart(Optional<URI> page, Map<String, Secret> variables, Runnable stop)
        implements AutoCloseable {
    SlackPart {
        variables = Map.copyOf(variables);
    }

    /** Starts the twin of Slack on a port, before the server, whose address it is told. */
    @FunctionalInterface
    interface Twin {
        SlackPart start(int port, URI server);
    }

    /** Nobody's Slack: the server's Slack door stays closed. */
    static Twin none() {
        return (port, server) -> new SlackPart(Optional.empty(), Map.of(), () -> {});
    }

    static SlackPart start(StackSettings settings, Twin twin) {
        return settings.slack().isEmpty()
                ? twin.start(settings.ports().slackTwin(), settings.serverAddress())
                : new SlackPart(Optional.empty(), settings.slack(), () -> {});
    }

    @Override
    public void close() {
        stop.run();
    }
}
