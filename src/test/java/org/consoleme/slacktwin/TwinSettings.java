package org.consoleme.slacktwin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.slacktwin.api.AppIdentity;
import org.consoleme.slacktwin.command.AppFields;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.SlackTeam;
import org.consoleme.slacktwin.workspace.SlackUser;

/**
 * What a twin starts with. {@link #defaults} is a workspace of three people; each {@code with…}
 * changes one thing.
 *
 * @param port on 127.0.0.1; 0 takes any free one
 * @param requestUrl where commands go
 * @param verificationToken Slack's old shared token; sent, and proof of nothing
 * @param bot the app's bot user
 * @param manifest what the app has registered
 * @param stateFile where conversations are kept; nowhere if empty
 */
public record TwinSettings(
        int port,
        URI requestUrl,
        String signingSecret,
        String verificationToken,
        SlackTeam team,
        AppIdentity app,
        SlackUser bot,
        List<SlackUser> people,
        List<Channel> channels,
        AppManifest manifest,
        Optional<Path> stateFile,
        Clock clock) {

    public static final String TEAM = "T0TWIN0001";
    public static final String BOT = "U0TWINBOT1";
    public static final String ENGINEER = "U0ENGINEER";
    public static final String APPROVER = "U0APPROVER";
    public static final String ADMIN = "U0ADMIN001";
    public static final String GENERAL = "C0GENERAL1";
    public static final String APPROVALS = "C0APPROVAL";

    public TwinSettings {
        people = List.copyOf(people);
        channels = List.copyOf(channels);
    }

    /**
     * A workspace with an engineer, an approver and an administrator, and with secrets that are
     * known to everybody.
     */
    public static TwinSettings defaults(URI requestUrl) {
        return new TwinSettings(
                0,
                requestUrl,
                "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                "twin-verification-token",
                SlackTeam.standalone(TEAM, "Example", "example"),
                new AppIdentity(
                        "A0TWINAPP1",
                        "B0TWINBOT1",
                        "xoxb-twin-bot-token",
                        "xapp-1-A0TWINAPP1-twin-app-token",
                        List.of(
                                "commands",
                                "chat:write",
                                "im:write",
                                "users:read",
                                "users:read.email",
                                "team:read",
                                "channels:read",
                                "groups:read",
                                "im:read",
                                "channels:history",
                                "groups:history",
                                "usergroups:read")),
                SlackUser.bot(BOT, TEAM, "ConsoleMe"),
                List.of(
                        SlackUser.person(ENGINEER, TEAM, "Eva Engineer", "engineer@example.com"),
                        SlackUser.person(APPROVER, TEAM, "Arno Approver", "approver@example.com"),
                        SlackUser.person(ADMIN, TEAM, "Ada Admin", "admin@example.com")
                                .with(SlackUser.Flag.ADMIN)),
                List.of(
                        Channel.open(GENERAL, "general", ENGINEER, APPROVER, ADMIN, BOT),
                        Channel.closed(APPROVALS, "aws-approvals", APPROVER, ADMIN, BOT)),
                AppManifest.usual(),
                Optional.empty(),
                Clock.systemUTC());
    }

    public TwinSettings withPort(int newPort) {
        return new TwinSettings(
                newPort,
                requestUrl,
                signingSecret,
                verificationToken,
                team,
                app,
                bot,
                people,
                channels,
                manifest,
                stateFile,
                clock);
    }

    public TwinSettings withSigningSecret(String newSecret) {
        return new TwinSettings(
                port,
                requestUrl,
                newSecret,
                verificationToken,
                team,
                app,
                bot,
                people,
                channels,
                manifest,
                stateFile,
                clock);
    }

    public TwinSettings withTeam(SlackTeam newTeam) {
        return new TwinSettings(
                port,
                requestUrl,
                signingSecret,
                verificationToken,
                newTeam,
                app,
                bot,
                people,
                channels,
                manifest,
                stateFile,
                clock);
    }

    public TwinSettings withApp(AppIdentity newApp) {
        return new TwinSettings(
                port,
                requestUrl,
                signingSecret,
                verificationToken,
                team,
                newApp,
                bot,
                people,
                channels,
                manifest,
                stateFile,
                clock);
    }

    /** Other people and channels; both together, because channels name their members. */
    public TwinSettings withPeople(List<SlackUser> newPeople, List<Channel> newChannels) {
        return new TwinSettings(
                port,
                requestUrl,
                signingSecret,
                verificationToken,
                team,
                app,
                bot,
                newPeople,
                newChannels,
                manifest,
                stateFile,
                clock);
    }

    public TwinSettings withCommand(String newCommand) {
        return withManifest(manifest.named(newCommand));
    }

    /** Subscribes the app to events, such as {@code app_home_opened} and {@code message.im}. */
    public TwinSettings withEvents(String... events) {
        return withManifest(manifest.hearing(Set.of(events)));
    }

    /** Sends everything over sockets that the app opens with its app token. */
    public TwinSettings withSocketMode() {
        return withManifest(manifest.overSockets());
    }

    private TwinSettings withManifest(AppManifest newManifest) {
        return new TwinSettings(
                port,
                requestUrl,
                signingSecret,
                verificationToken,
                team,
                app,
                bot,
                people,
                channels,
                newManifest,
                stateFile,
                clock);
    }

    public TwinSettings withStateFile(Path file) {
        return new TwinSettings(
                port,
                requestUrl,
                signingSecret,
                verificationToken,
                team,
                app,
                bot,
                people,
                channels,
                manifest,
                Optional.of(file),
                clock);
    }

    public TwinSettings withClock(Clock newClock) {
        return new TwinSettings(
                port,
                requestUrl,
                signingSecret,
                verificationToken,
                team,
                app,
                bot,
                people,
                channels,
                manifest,
                stateFile,
                newClock);
    }

    AppFields fields() {
        return new AppFields(app.appId(), app.botId(), verificationToken, signingSecret);
    }

    @Override
    public String toString() {
        return "TwinSettings[port=" + port + ", requestUrl=" + requestUrl + ", team=" + team + "]";
    }
}
