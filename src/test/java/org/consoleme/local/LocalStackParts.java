package org.consoleme.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.consoleme.local.override.LocalPerson;
import org.consoleme.local.seed.DemoProcess;
import org.consoleme.local.seed.SeededAccount;
import org.consoleme.slacktwin.TwinServer;

/**
 * The parts of a local stack, running. A test takes those it needs:
 *
 * {@snippet :
 * try (var parts = LocalStackParts.open(StackSettings.forTest(project, folder))) {
 *     parts.startDependencies();
 *     parts.startServer();
 * }
 * }
 *
 * Closing stops everything that was started, in the other order, also from another thread and in
 * the middle of a start.
 */
public final class LocalStackParts implements AutoCloseable {
    private final StackRun run;
    private HubCredentials hub = HubCredentials.fake();
    private List<SeededAccount> accounts = List.of();
    private SlackPart slack = SlackPart.none().start(0, StackSettings.loopback(0));

    private boolean closed;

    private LocalStackParts(StackRun run) {
        this.run = run;
    }

    /** Takes the state folder, and ends what a killed run left behind; starts nothing yet. */
    public static LocalStackParts open(StackSettings settings) {
        return open(settings, Progress.silent());
    }

    static LocalStackParts open(StackSettings settings, Progress progress) {
        StateFolder state = StateFolder.open(settings.state());
        try {
            state.pids().endLeftovers(progress);
        } catch (RuntimeException e) {
            state.close();
            throw e;
        }
        return new LocalStackParts(new StackRun(settings, state, new Started(), progress));
    }

    /** Empties the state: nothing of an earlier run is left, but for the virtual environment. */
    void startOver() {
        run.progress().say("starting over: the state in " + run.state().root() + " is emptied");
        run.state().empty();
    }

    /**
     * Redis, DynamoDB and AWS with its demo organization, as far as they are not from elsewhere.
     */
    public void startDependencies() {
        List<Runnable> starts = new ArrayList<>();
        if (run.settings().redis().isEmpty()) {
            starts.add(this::startRedis);
        }
        if (run.settings().dynamodb().isEmpty()) {
            starts.add(this::startDynamoDbWithTables);
        }
        if (run.settings().aws().isEmpty()) {
            starts.add(this::startAws);
        }
        Parallel.run(starts);
        startFederation();
    }

    public void startRedis() {
        RedisPart.start(run);
        run.progress().say("Redis on " + run.settings().redisAddress());
    }

    private void startDynamoDbWithTables() {
        startDynamoDb();
        OwnDynamoDb dynamodb = new OwnDynamoDb(run.settings().dynamodbAddress());
        OriginalTables.ensure(dynamodb);
        DemoConfiguration.ensure(dynamodb);
    }

    /** With what was in it before; a new one is empty. */
    public void startDynamoDb() {
        DynamoDbPart.start(run);
        run.progress().say("DynamoDB Local on " + run.settings().dynamodbAddress());
    }

    /** For a benchmark: it starts slower and works faster. */
    public void startBusyDynamoDb() {
        DynamoDbPart.startBusy(run);
    }

    /** The Python that has moto, installed first if need be: for tests of moto alone. */
    public static Path pythonWithMoto(Path project) {
        try (Started started = new Started()) {
            MotoEnvironment python = MotoEnvironment.of(project, started, new Progress(System.out));
            python.ensure();
            return python.python();
        }
    }

    /** Moto on our own port, with what was in it before. */
    public void startEmptyAws() {
        if (run.settings().aws().isPresent()) {
            throw new IllegalStateException("another AWS is never started, seeded or emptied");
        }
        MotoEnvironment python =
                MotoEnvironment.of(run.settings().project(), run.started(), run.progress());
        python.ensure();
        MotoPart.start(run, python.python());
        run.progress().say("the stand-in AWS (moto) on " + run.settings().awsAddress());
    }

    /** Moto on our own port, with the demo organization laid down if it is not there yet. */
    public void startAws() {
        startEmptyAws();
        DemoProcess.Outcome demo = DemoPart.layDown(run);
        if (demo.laidDownNow()) {
            run.progress().say("the demo organization is laid down");
        }
        accounts = demo.accounts();
        hub = HubCredentials.of(demo.hubSession());
    }

    public void startFederation() {
        run.started()
                .add(
                        () ->
                                FederationStub.start(
                                        run.settings().ports().federation(),
                                        run.settings().awsAddress(),
                                        Clock.systemUTC()));
        run.progress().say("federation stub on " + run.settings().federationAddress());
    }

    void startSlack(SlackPart.Twin twin) {
        slack = run.started().add(() -> SlackPart.start(run.settings(), twin));
        slack.page().ifPresent(page -> run.progress().say("Slack twin on " + page));
    }

    /** The stack's own Slack, in this process. */
    public TwinServer startTwin() {
        TwinOfSlack twin = new TwinOfSlack(run.state().root().resolve("slack-twin.json"));
        AtomicReference<TwinServer> started = new AtomicReference<>();
        startSlack((port, server) -> twin.start(port, server, started::set));
        return started.get();
    }

    /** The WAR of this build, on Open Liberty; returns when {@code /health/ready} says 200. */
    public void startServer() {
        startServer(ServerVariant.local());
    }

    public void startServer(ServerVariant variant) {
        run.progress().say("starting the server");
        ServerPart.start("server", run, hub, slack.variables(), variant);
        run.progress().say("the server answers on " + run.settings().serverAddress());
    }

    /** One more server beside the one of the local stack, on the same stores; its address. */
    public URI startNode(ServerNode node) {
        StackRun its = run.forNode(node.name());
        ServerPart.start(
                node.name(), its, hub, slack.variables(), node.variant(run.state().root()));
        return its.settings().serverAddress();
    }

    /** Ends {@code redis}, {@code dynamodb}, {@code server} or a node as an operator would. */
    public void end(String name) {
        run.started().child(name).close();
    }

    /** Ends a process as a power cut would. */
    public void kill(String name) {
        run.started().child(name).kill();
    }

    /** What a process has said so far. */
    public Path log(String name) {
        return run.state().log(name);
    }

    /** Each change that the stand-in AWS carried out, in order: a line of JSON for each. */
    public Path awsJournal() {
        return MotoPart.journal(run);
    }

    public List<SeededAccount> accounts() {
        return accounts;
    }

    /** The hub role's keys as variables for an SDK or the {@code aws} command. */
    public Map<String, String> hubVariables() {
        return hub.asVariables();
    }

    StackDescription describe() {
        StackSettings settings = run.settings();
        return new StackDescription(
                StackDescription.VERSION,
                settings.serverAddress().toString(),
                slack.page().map(URI::toString).orElse(null),
                settings.awsAddress().toString(),
                settings.dynamodbAddress().toString(),
                settings.redisAddress(),
                settings.federationAddress().toString(),
                accounts,
                LocalPerson.all());
    }

    /** Waits until a part has ended by itself, and says which. */
    void awaitAnyEnd() {
        run.started().awaitAnyEnd();
        run.started().children().forEach(Child::requireAlive);
    }

    boolean isStopping() {
        return run.started().isClosed();
    }

    /** Returns when everything has stopped, also for the second of two who close it. */
    @Override
    public void close() {
        run.started().close();
        synchronized (run) {
            if (!closed) {
                closed = true;
                run.state().pids().clear();
                run.state().close();
            }
        }
    }
}
