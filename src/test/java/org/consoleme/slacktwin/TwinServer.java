package org.consoleme.slacktwin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.consoleme.slacktwin.api.WebApi;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.command.AppEndpoint;
import org.consoleme.slacktwin.command.ClickDesk;
import org.consoleme.slacktwin.command.CommandDesk;
import org.consoleme.slacktwin.command.CommandSender;
import org.consoleme.slacktwin.command.ResponseUrls;
import org.consoleme.slacktwin.command.SignedRequest;
import org.consoleme.slacktwin.draw.PlainText;
import org.consoleme.slacktwin.http.Guard;
import org.consoleme.slacktwin.http.OutboundLog;
import org.consoleme.slacktwin.page.TwinPage;
import org.consoleme.slacktwin.page.View;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.StateFile;
import org.consoleme.slacktwin.workspace.Workspace;

/**
 * A running twin, on 127.0.0.1: Web API, {@code response_url}s and the page; and the people who use
 * it.
 */
public final class TwinServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final TwinSettings settings;
    private final Workspace workspace;
    private final OutboundLog outbound = new OutboundLog();
    private final AppEndpoint app;
    private final CommandSender sender;
    private final CommandDesk desk;
    private final ClickDesk clicks;
    private final Set<String> awaited = new HashSet<>();

    private TwinServer(TwinSettings settings, HttpServer server) {
        this.settings = settings;
        this.server = server;
        this.workspace = new Workspace(settings.team(), settings.bot(), settings.clock());
        settings.people().forEach(workspace.people()::put);
        settings.channels().forEach(workspace.channels()::put);
        settings.people()
                .forEach(
                        p -> workspace.channels().openDirect(List.of(settings.bot().id(), p.id())));
        settings.stateFile().map(StateFile::new).ifPresent(this::keepIn);
        this.app = new AppEndpoint(settings.requestUrl());
        this.sender = new CommandSender(workspace, app, outbound, settings.clock());
        ResponseUrls responseUrls =
                new ResponseUrls(workspace, outbound, settings.clock(), origin());
        CommandDesk.AppFields fields =
                new CommandDesk.AppFields(
                        settings.app().appId(),
                        settings.verificationToken(),
                        settings.signingSecret());
        this.desk = new CommandDesk(workspace, sender, responseUrls, fields, settings.clock());
        this.clicks = new ClickDesk(workspace, sender, responseUrls, fields, settings.clock());
        WebApi api = new WebApi(workspace, settings.app(), outbound, settings.clock(), origin());
        View view = new View(workspace, outbound, settings.clock().getZone());
        TwinPage page =
                new TwinPage(
                        view,
                        settings.command(),
                        settings.subCommands(),
                        this::typed,
                        this::clicked);
        server.createContext(WebApi.PATH, new Guard(api::handle));
        server.createContext(ResponseUrls.PATH, new Guard(responseUrls::handle));
        server.createContext("/", new Guard(page::handle));
        server.setExecutor(threads);
    }

    /**
     * Starts a twin.
     *
     * @throws UncheckedIOException if the port is taken, or the state file cannot be read
     */
    public static TwinServer start(TwinSettings settings) {
        try {
            InetSocketAddress address =
                    new InetSocketAddress(
                            InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), settings.port());
            TwinServer twin = new TwinServer(settings, HttpServer.create(address, 0));
            twin.server.start();
            return twin;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The Slack twin cannot listen on port " + settings.port(), e);
        }
    }

    /**
     * Where the page is, and what every other address of the twin begins with; no slash at the end.
     */
    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What an SDK calls the prefix of method URLs; it ends with a slash. */
    public String apiUrl() {
        return origin() + WebApi.PATH;
    }

    /** Sends commands to another app, or to one whose port is known only now. */
    public void sendCommandsTo(URI requestUrl) {
        app.moveTo(requestUrl);
    }

    public Workspace workspace() {
        return workspace;
    }

    /** Everything that the app sent here. */
    public OutboundLog outbound() {
        return outbound;
    }

    /** Sends a prepared command as it stands, once more if it was sent before. */
    public AppAnswer send(SignedRequest prepared) {
        return sender.send(prepared);
    }

    /** A person, at first in the direct message with the app. */
    public Actor actAs(String userId) {
        SlackUser user =
                workspace
                        .people()
                        .find(userId)
                        .orElseThrow(() -> new IllegalArgumentException("no such user: " + userId));
        Channel direct = workspace.channels().openDirect(List.of(settings.bot().id(), userId));
        return new Actor(workspace, desk, clicks, user, direct);
    }

    /**
     * The next message that only this person sees; a message is given once, and once more after
     * each change to it.
     *
     * @throws AssertionError if none comes in time
     */
    public Message awaitEphemeral(String userId, Duration limit) {
        return workspace
                .changes()
                .await(() -> nextEphemeral(userId), limit)
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no ephemeral message for "
                                                + userId
                                                + " within "
                                                + limit
                                                + "; there is: "
                                                + all()));
    }

    /**
     * Any message that fits, old or new.
     *
     * @throws AssertionError if none comes in time
     */
    public Message awaitMessage(Predicate<Message> wanted, Duration limit) {
        return workspace
                .changes()
                .await(() -> workspace.messages().all().stream().filter(wanted).findFirst(), limit)
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no such message within "
                                                + limit
                                                + "; there is: "
                                                + all()));
    }

    /** A message as plain text, for golden files. */
    public String draw(Message message) {
        return new PlainText(View.names(workspace), settings.clock().getZone()).draw(message);
    }

    private synchronized Optional<Message> nextEphemeral(String userId) {
        return workspace.messages().all().stream()
                .filter(m -> m.ephemeralTo().filter(userId::equals).isPresent())
                .filter(m -> awaited.add(m.channel() + " " + m.ts() + " " + m.revision()))
                .findFirst();
    }

    private List<String> all() {
        return workspace.messages().all().stream().map(this::draw).toList();
    }

    private void typed(String userId, String channelId, String line) {
        Actor actor = actAs(userId).in(channelId);
        String command = line.split(" ", 2)[0];
        if (command.equals(settings.command())) {
            actor.type(line);
        } else if (command.startsWith("/")) {
            actor.hear(
                    command
                            + " is not a valid command. Messages that start with \"/\" are read as commands.");
        } else {
            actor.say(line);
        }
    }

    private void clicked(
            String userId, String channelId, String ts, String actionId, String value) {
        Actor actor = actAs(userId).in(channelId);
        Message message =
                workspace
                        .messages()
                        .find(channelId, ts)
                        .orElseThrow(() -> new IllegalArgumentException("no such message"));
        actor.composeClick(message, b -> b.actionId().equals(actionId) && b.value().equals(value))
                .send();
    }

    private void keepIn(StateFile file) {
        file.loadInto(workspace);
        workspace.changes().listen(() -> file.save(workspace));
    }

    @Override
    public void close() {
        workspace.changes().close();
        server.stop(0);
        threads.shutdownNow();
        app.close();
    }
}
