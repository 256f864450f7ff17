package org.consoleme.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.consoleme.bench.http.Load;
import org.consoleme.local.LocalStackParts;
import org.consoleme.local.StackSettings;
import org.consoleme.platform.dynamo.BulkRows;
import org.consoleme.requests.ChangeRequest;

/**
 * 100,000 requests in DynamoDB Local, a fifth of them ConsoleMe's own: their first pages, and
 * decisions of several approvers at once. A stub of DynamoDB would have to imitate transactions and
 * indexes, so its time is in all figures. What is approved is a role for a time, whose effect is a
 * grant of ours: AWS has no part in it.
 */
final class RequestsBenchmark implements Benchmark {
    private static final RoleUniverse ROLES = new RoleUniverse(200, 500, 10_000);
    private static final int COUNT = 100_000;
    private static final int FILLED_TOGETHER = 10_000;
    private static final Duration MOST = Duration.ofSeconds(30);
    private static final int READERS = 4;

    /** As many signed in; a sign-in is written down once. */
    private static final int SIGNED_IN = 40;

    private static final int READ_PER_SECOND = 25;

    /** Pages that look through hundreds of requests, or show a thousand. */
    private static final int LARGE_PER_SECOND = 2;

    private static final int APPROVERS = 8;
    private static final int DECIDED_PER_SECOND = 10;
    private static final String PAGE = "first page of 100,000 requests, ";
    private static final String TARGET = "p99 < 100 ms";

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public void run(Workshop workshop, Consumer<Figure> figures) throws IOException {
        StackSettings stack = workshop.stack("requests");
        try (LocalStackParts parts = workshop.open(stack);
                Child aws = Child.java(StandInProcess.class, "0")) {
            parts.startRedis();
            parts.startBusyDynamoDb();
            try (PublishedIndex published = new PublishedIndex(stack.ports().redis())) {
                published.publish(ROLES);
            }
            InventedRequests invented =
                    InventedRequests.of(ROLES, Instant.now().truncatedTo(ChronoUnit.MILLIS), COUNT);
            String dynamo = "http://127.0.0.1:" + stack.ports().dynamodb();
            fill(URI.create(dynamo), invented);
            Map<String, String> variables =
                    Map.of(
                            "AWS_ENDPOINT_URL",
                            aws.firstLine(),
                            "AWS_ENDPOINT_URL_DYNAMODB",
                            dynamo);
            try (BenchServer server =
                    BenchServer.start(
                            workshop.project(),
                            workshop.folder("requests-server"),
                            Configurations.server(stack.ports().redis()),
                            variables,
                            Objects.requireNonNullElse(System.getenv("BENCH_JVM_ARGS"), ""))) {
                start(server, figures);
                pages(server, figures);
                decisions(server, invented.undecided(), figures);
            }
        }
    }

    private static void fill(URI dynamo, InventedRequests invented) {
        try (BulkRows rows = new BulkRows(dynamo)) {
            rows.createTables();
            rows.configuration(Rules.deflated());
            for (int from = 0; from < COUNT; from += FILLED_TOGETHER) {
                rows.ours(invented.ours(from, from + FILLED_TOGETHER));
                rows.consoleMes(invented.consoleMes(from, from + FILLED_TOGETHER));
            }
        }
        Workshop.say(COUNT + " requests are stored");
    }

    private static void start(BenchServer server, Consumer<Figure> figures) throws IOException {
        Load first = new Load(server.address(), 1, RequestsBenchmark::consolePage);
        Load.Outcome outcome = CredentialsBenchmark.must(first.run(1, MOST), first);
        long begin = System.nanoTime();
        Load older =
                new Load(
                        server.address(),
                        1,
                        RequestsBenchmark::consolePage,
                        answer -> answer.body().contains("\"older\":true"));
        Polling.until(
                Duration.ofMinutes(2),
                Duration.ofMillis(500),
                () -> older.run(1, MOST).wrong() == 0);
        figures.accept(
                new Figure(
                        PAGE + "the very first after a node's start",
                        "–",
                        String.format(
                                Locale.ROOT,
                                "%s ms; ConsoleMe's are in it after %.0f s",
                                Timed.millis(outcome.micros().getMaxValue()),
                                (System.nanoTime() - begin) / 1e9)));
    }

    private static void pages(BenchServer server, Consumer<Figure> figures) throws IOException {
        page(server, figures, "the console's 50", TARGET, RequestsBenchmark::consolePage);
        page(server, figures, "those pending", TARGET, n -> console(n, "&state=pending"));
        page(
                server,
                figures,
                "one person's",
                TARGET,
                n ->
                        console(
                                n,
                                "&requester="
                                        + RoleUniverse.person(n * 7 % InventedRequests.PEOPLE)));
        page(server, figures, "50 with a word in them", "–", n -> console(n, "&text=ledger"));
        page(server, figures, "ConsoleMe's table, 50", TARGET, n -> table(n, "{\"limit\":50}"));
        page(
                server,
                figures,
                "ConsoleMe's table, 50 pending",
                TARGET,
                n -> table(n, "{\"limit\":50,\"filters\":{\"status\":\"pending\"}}"));
        page(server, figures, "ConsoleMe's table, its 1,000", "–", n -> table(n, "{}"));
    }

    private static void page(
            BenchServer server,
            Consumer<Figure> figures,
            String what,
            String target,
            IntFunction<byte[]> requests)
            throws IOException {
        boolean small = !target.equals("–");
        int perSecond = small ? READ_PER_SECOND : LARGE_PER_SECOND;
        int count = perSecond * (small ? 8 : 10);
        Load load = new Load(server.address(), READERS, requests);
        CredentialsBenchmark.must(load.run(count * 2, MOST), load);
        Load.Outcome outcome = CredentialsBenchmark.must(load.run(count, perSecond, MOST), load);
        figures.accept(
                new Figure(
                        PAGE + what + ", " + perSecond + " a second",
                        target,
                        Timed.words(outcome.micros())));
    }

    private static byte[] consolePage(int n) {
        return console(n, "");
    }

    private static byte[] console(int n, String filter) {
        return PeopleOnTheWeb.get(person(n), "/api/v3/requests?limit=50" + filter);
    }

    private static byte[] table(int n, String body) {
        return PeopleOnTheWeb.post(person(n), RoleUniverse.group(0), "/api/v2/requests", body);
    }

    private static String person(int n) {
        return RoleUniverse.person(n % SIGNED_IN);
    }

    private static void decisions(
            BenchServer server, List<ChangeRequest> undecided, Consumer<Figure> figures)
            throws IOException {
        Load load =
                new Load(
                        server.address(),
                        APPROVERS,
                        n ->
                                PeopleOnTheWeb.post(
                                        PeopleOnTheWeb.approver(n % APPROVERS),
                                        Rules.APPROVERS,
                                        PeopleOnTheWeb.decisionOn(undecided.get(n).id().value()),
                                        PeopleOnTheWeb.approval(undecided.get(n).hash())));
        CredentialsBenchmark.must(load.run(600, MOST), load);
        Load.Outcome paced =
                CredentialsBenchmark.must(load.run(400, DECIDED_PER_SECOND, MOST.plus(MOST)), load);
        figures.accept(
                new Figure(
                        "deciding, 8 approvers, a role for a time, DynamoDB Local, "
                                + DECIDED_PER_SECOND
                                + " a second",
                        TARGET,
                        Timed.words(paced.micros())));
        Load.Outcome most = CredentialsBenchmark.must(load.run(400, MOST), load);
        figures.accept(
                new Figure(
                        "deciding, 8 approvers who never wait, a role for a time, DynamoDB Local",
                        "–",
                        String.format(
                                Locale.ROOT,
                                "%.0f/s, %s",
                                most.perSecond(),
                                Timed.words(most.micros()))));
    }
}
