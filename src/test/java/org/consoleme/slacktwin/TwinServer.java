package org.consoleme.slacktwin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import org.consoleme.slacktwin.api.WebApi;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.command.AppEndpoint;
import org.consoleme.slacktwin.command.AppFields;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.command.CommandSender;
import org.consoleme.slacktwin.command.Payloads;
import org.consoleme.slacktwin.command.ResponseUrls;
import org.consoleme.slacktwin.command.SignedRequest;
import org.consoleme.slacktwin.draw.PlainText;
import org.consoleme.slacktwin.fault.Faults;
import org.consoleme.slacktwin.fault.FaultyRoute;
import org.consoleme.slacktwin.http.Call;
import org.consoleme.slacktwin.http.Guard;
import org.consoleme.slacktwin.http.OutboundLog;
import org.consoleme.slacktwin.http.Reply;
import org.consoleme.slacktwin.page.TwinPage;
import org.consoleme.slacktwin.page.View;
import org.consoleme.slacktwin.socket.SocketMode;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.SlackView;
import org.consoleme.slacktwin.workspace.Workspace;

/**
 * A running twin, on 127.0.0.1: Web API, {@code response_url}s, sockets and the page; and the
 * people who use it.
 */
public final class TwinServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final TwinSettings settings;
    private final Workspace workspace;
    private final OutboundLog outbound = new OutboundLog();
    private final Faults faults = new Faults();
    private final AppEndpoint app;
    private final SocketMode sockets;
    private final CommandSender sender;
    private final Desks desks;
    private final PlainText plain;
    private final Watch watch;

    private TwinServer(TwinSettings settings, HttpServer server) {
        this.settings = settings;
        this.server = server;
        this.workspace = Beginning.of(settings);
        this.outbound.listen(workspace.changes()::wake);
        this.app = new AppEndpoint(settings.requestUrl());
        this.sockets = new SocketMode(threads, settings.app().appId());
        this.sender =
                new CommandSender(
                        settings.manifest().socketMode() ? sockets : app,
                        outbound,
                        settings.clock());
        AppFields fields = settings.fields();
        ResponseUrls responseUrls =
                new ResponseUrls(workspace, outbound, settings.clock(), origin());
        this.desks =
                Desks.of(
                        new Payloads(workspace, sender, fields, settings.clock()),
                        responseUrls,
                        settings.manifest().events());
        this.plain = new PlainText(View.names(workspace), settings.clock().getZone());
        this.watch = new Watch(workspace, plain::draw);
        Clock clock = settings.clock();
        WebApi api =
                new WebApi(workspace, settings.app(), outbound, clock, origin(), sockets::mint);
        serve(WebApi.PATH, api::handle, c -> c.path().substring(WebApi.PATH.length()));
        serve(ResponseUrls.PATH, responseUrls::handle, c -> ResponseUrls.METHOD);
        server.createContext("/", new Guard(page()::handle));
        server.setExecutor(threads);
    }

    private void serve(String path, Function<Call, Reply> route, Function<Call, String> method) {
        server.createContext(
                path,
                new Guard(new FaultyRoute(route, method, faults, outbound, settings.clock())));
    }

    private TwinPage page() {
        AppManifest manifest = settings.manifest();
        PageHands hands = new PageHands(workspace, this::actAs, manifest.command(), faults);
        return new TwinPage(
                new View(workspace, outbound, settings.clock().getZone(), hands::trouble),
                manifest.command(),
                manifest.subCommands(),
                manifest.shortcuts(),
                hands);
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

    /** Where the page is, and what every other address of the twin begins with. */
    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What an SDK calls the prefix of method URLs; a slash at the end. */
    public String apiUrl() {
        return origin() + WebApi.PATH;
    }

    /** Sends commands to another app, or to one whose port is known only now. */
    public void sendCommandsTo(URI requestUrl) {
        app.moveTo(requestUrl);
        sender.goBy(app);
    }

    /** Sends everything over the app's sockets from now on. */
    public void sendOverSockets() {
        sender.goBy(sockets);
    }

    public Workspace workspace() {
        return workspace;
    }

    /** Everything that the app sent here. */
    public OutboundLog outbound() {
        return outbound;
    }

    /** What is to go wrong between the app and Slack. */
    public Faults faults() {
        return faults;
    }

    /** The sockets that the app opened. */
    public SocketMode sockets() {
        return sockets;
    }

    /** Sends a prepared request as it stands, once more if it was sent before. */
    public AppAnswer send(SignedRequest prepared) {
        return sender.send(prepared);
    }

    /**
     * Sends several requests at once, perhaps the same one many times; the answers are in the order
     * of the requests.
     */
    public List<AppAnswer> sendAtOnce(List<SignedRequest> prepared) {
        List<CompletableFuture<AppAnswer>> answers =
                prepared.stream()
                        .map(p -> CompletableFuture.supplyAsync(() -> sender.send(p), threads))
                        .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** An event that is not sent yet: its own part, with its {@code type}. */
    public CommandDraft event(ObjectNode event) {
        return desks.events().draft(event);
    }

    /** What changes in the workspace; the app hears of it where it subscribed. */
    public Happenings happens() {
        return new Happenings(workspace, desks);
    }

    /** A person, at first in the direct message with the app. */
    public Actor actAs(String userId) {
        SlackUser user =
                workspace
                        .people()
                        .find(userId)
                        .orElseThrow(() -> new IllegalArgumentException("no such user: " + userId));
        Channel direct = workspace.channels().openDirect(List.of(settings.bot().id(), userId));
        return new Actor(workspace, desks, user, direct);
    }

    /**
     * The next message that only this person sees: once, and after each change; {@code
     * AssertionError} if none comes in time.
     */
    public Message awaitEphemeral(String userId, Duration limit) {
        return watch.ephemeral(userId, limit);
    }

    /** What is ephemeral and came before this is not waited for any more. */
    public void forgetEphemeral(String userId) {
        watch.forget(userId);
    }

    /** Any message that fits, old or new; {@code AssertionError} if none comes in time. */
    public Message awaitMessage(Predicate<Message> wanted, Duration limit) {
        return watch.message(wanted, limit);
    }

    /** The modal that they see: once, and after each update; {@code AssertionError} if none. */
    public SlackView awaitModal(String userId, Duration limit) {
        return watch.modal(userId, limit);
    }

    /** A message as plain text, for golden files. */
    public String draw(Message message) {
        return plain.draw(message);
    }

    /** A modal or Home tab as plain text. */
    public String draw(SlackView view) {
        return plain.draw(view);
    }

    @Override
    public void close() {
        faults.clear();
        workspace.changes().close();
        sockets.close();
        server.stop(0);
        threads.shutdownNow();
        app.close();
    }
}
