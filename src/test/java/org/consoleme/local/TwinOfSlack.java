package org.consoleme.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.consoleme.shared.Secret;
import org.consoleme.slacktwin.AppManifest;
import org.consoleme.slacktwin.TwinServer;
import org.consoleme.slacktwin.TwinSettings;

/** The stack's own Slack; keeps its conversations over a restart. */
record TwinOfSlack(Path stateFile) implements SlackPart.Twin {
    private static final String EVENTS = "/slack/events";

    @Override
    public SlackPart start(int port, URI server) {
        return start(port, server, twin -> {});
    }

    /**
     * @param running told the twin once it answers
     */
    SlackPart start(int port, URI server, Consumer<TwinServer> running) {
        TwinSettings settings =
                TwinSettings.defaults(server.resolve(EVENTS))
                        .withPort(port)
                        .withEvents(AppManifest.EVENTS.toArray(String[]::new))
                        .withStateFile(stateFile);
        TwinServer twin = TwinServer.start(settings);
        running.accept(twin);
        return new SlackPart(
                Optional.of(URI.create(twin.origin())),
                Map.of(
                        "SLACK_BOT_TOKEN", new Secret(settings.app().botToken()),
                        "SLACK_SIGNING_SECRET", new Secret(settings.signingSecret()),
                        "SLACK_API_URL", new Secret(twin.apiUrl()),
                        "SLACK_APPROVALS_CHANNEL", new Secret(TwinSettings.APPROVALS)),
                twin::close);
    }
}
