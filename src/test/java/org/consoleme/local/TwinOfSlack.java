package org.consoleme.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.consoleme.shared.Secret;
import org.consoleme.slacktwin.AppManifest;
import org.consoleme.slacktwin.TwinServer;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Channel;

/** The stack's own Slack; keeps its conversations over a restart. */
record TwinOfSlack(Path stateFile) implements SlackPart.Twin {
    private static final String EVENTS = "/slack/events";

    /** The channel that a rule of {@code local/dynamic-configuration.yaml} has for itself. */
    private static final Channel SANDBOX_APPROVALS =
            Channel.closed(
                    "C0SANDBOXA",
                    "sandbox-approvals",
                    TwinSettings.APPROVER,
                    TwinSettings.ADMIN,
                    TwinSettings.BOT);

    @Override
    public SlackPart start(int port, URI server) {
        return start(port, server, twin -> {});
    }

    /**
     * @param running told the twin once it answers
     */
    SlackPart start(int port, URI server, Consumer<TwinServer> running) {
        TwinSettings usual = TwinSettings.defaults(server.resolve(EVENTS));
        TwinSettings settings =
                usual.withPeople(usual.people(), and(usual.channels(), SANDBOX_APPROVALS))
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

    private static List<Channel> and(List<Channel> channels, Channel more) {
        return Stream.concat(channels.stream(), Stream.of(more)).toList();
    }
}
