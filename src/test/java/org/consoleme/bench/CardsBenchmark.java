package org.consoleme.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.consoleme.local.LocalStackParts;
import org.consoleme.local.StackSettings;
import org.consoleme.platform.dynamo.BulkRows;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.TwinServer;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;

/**
 * How soon a card in Slack shows a decision that was taken on the web: from sending the decision
 * until the twin of Slack has the first update of the card.
 */
final class CardsBenchmark implements Benchmark {
    static {
        // The twin's small answers would wait 40 ms for the peer's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** Nobody clicks here, so nothing is sent there. */
    private static final URI NOBODY = URI.create("http://127.0.0.1:1/slack/events");

    private static final RoleUniverse ROLES = new RoleUniverse(20, 500, 1_000);
    private static final int WARMING = 40;

    /** Fewer than the twin keeps of a channel. */
    private static final int COUNT = 200;

    private static final int PER_SECOND = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long HIGHEST_MICROS = TimeUnit.SECONDS.toMicros(60);

    @Override
    public String name() {
        return "cards";
    }

    @Override
    public void run(Workshop workshop, Consumer<Figure> figures)
            throws IOException, InterruptedException, ExecutionException {
        StackSettings stack = workshop.stack("cards");
        TwinSettings slack = TwinSettings.defaults(NOBODY);
        try (LocalStackParts parts = workshop.open(stack);
                Child aws = Child.java(StandInProcess.class, "0");
                TwinServer twin = TwinServer.start(slack)) {
            parts.startRedis();
            parts.startBusyDynamoDb();
            try (PublishedIndex published = new PublishedIndex(stack.ports().redis())) {
                published.publish(ROLES);
            }
            String dynamo = "http://127.0.0.1:" + stack.ports().dynamodb();
            try (BulkRows rows = new BulkRows(URI.create(dynamo))) {
                rows.createTables();
                rows.configuration(Rules.deflated());
            }
            String yaml =
                    Configurations.server(stack.ports().redis())
                            + """
                            slack: {signing_secret: %s, bot_token: %s, api_url: "%s", approvals_channel: %s}
                            """
                                    .formatted(
                                            slack.signingSecret(),
                                            slack.app().botToken(),
                                            twin.apiUrl(),
                                            TwinSettings.APPROVALS);
            Map<String, String> variables =
                    Map.of(
                            "AWS_ENDPOINT_URL",
                            aws.firstLine(),
                            "AWS_ENDPOINT_URL_DYNAMODB",
                            dynamo);
            try (BenchServer server =
                    BenchServer.start(
                            workshop.project(),
                            workshop.folder("cards-server"),
                            yaml,
                            variables,
                            "")) {
                figures.accept(
                        new Figure(
                                "card in Slack shows a decision taken on the web, "
                                        + PER_SECOND
                                        + " a second",
                                "p99 < 2 s",
                                Timed.words(measured(server, twin))));
            }
        }
    }

    /**
     * A request whose card is posted.
     *
     * @param card the message's timestamp
     */
    private record Asked(String request, String hash, String card) {}

    private static Histogram measured(BenchServer server, TwinServer twin)
            throws InterruptedException, ExecutionException {
        Console console = new Console(server.address());
        List<Asked> asked = asked(console, twin);
        Histogram micros = new Histogram(HIGHEST_MICROS, 3);
        try (ScheduledExecutorService callers =
                Executors.newScheduledThreadPool(
                        COUNT, Thread.ofVirtual().name("approver-", 0).factory())) {
            List<Future<Long>> updates = new ArrayList<>();
            for (int i = 0; i < COUNT; i++) {
                Asked one = asked.get(i);
                int approver = i % 8;
                updates.add(
                        callers.schedule(
                                () -> updated(console, twin, approver, one),
                                i * 1000L / PER_SECOND,
                                TimeUnit.MILLISECONDS));
            }
            for (Future<Long> update : updates.subList(WARMING, COUNT)) {
                micros.recordValue(Math.min(HIGHEST_MICROS, update.get()));
            }
        }
        return micros;
    }

    private static List<Asked> asked(Console console, TwinServer twin) {
        List<RoleArn> roles = InventedRequests.of(ROLES, Instant.EPOCH, 0).roles();
        Polling.until(
                Duration.ofMinutes(1),
                Duration.ofMillis(500),
                () -> console.status(RoleUniverse.person(0), ask(roles.getFirst(), true)) == 200);
        Map<String, String> hashes = new HashMap<>();
        for (int i = 0; i < COUNT; i++) {
            JsonNode opened =
                    console.post(
                            RoleUniverse.person(i),
                            RoleUniverse.group(0),
                            "/api/v3/requests",
                            ask(roles.get(i % roles.size()), false));
            hashes.put(opened.path("id").asText(), opened.path("hash").asText());
        }
        return hashes.entrySet().stream()
                .map(one -> new Asked(one.getKey(), one.getValue(), card(twin, one.getKey())))
                .toList();
    }

    private static String ask(RoleArn role, boolean dryRun) {
        return """
        {"role": "%s", "changes": [{"kind": "role", "minutes": 60}], "justification": "the monthly report", "dryRun": %s}
        """
                .formatted(role, dryRun);
    }

    private static String card(TwinServer twin, String request) {
        return twin.awaitMessage(
                        message ->
                                message.channel().equals(TwinSettings.APPROVALS)
                                        && message.blocks().toString().contains(request),
                        PATIENCE)
                .ts();
    }

    /** Microseconds until the card was first drawn anew. */
    private static long updated(Console console, TwinServer twin, int approver, Asked asked) {
        long begin = System.nanoTime();
        console.approve(approver, asked.request(), asked.hash());
        Optional<Message> card =
                twin.workspace()
                        .changes()
                        .await(
                                () ->
                                        twin.workspace()
                                                .messages()
                                                .find(TwinSettings.APPROVALS, asked.card())
                                                .filter(message -> message.revision() > 0),
                                PATIENCE);
        if (card.isEmpty()) {
            throw new IllegalStateException("the card of " + asked.request() + " stays as it was");
        }
        return (System.nanoTime() - begin) / 1000;
    }
}
