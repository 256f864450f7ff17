package org.consoleme.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.consoleme.local.LocalStackParts;
import org.consoleme.local.StackSettings;
import org.consoleme.platform.dynamo.BulkRows;
import org.consoleme.testing.IamStub;

/**
 * The job {@code account-iam} on the server: 200 accounts of 500 roles each from a stub that pages,
 * into a real Redis and DynamoDB Local with ConsoleMe's table of roles. The first run fills, the
 * others find nothing changed.
 */
final class RefreshBenchmark implements Benchmark {
    private static final int ACCOUNTS = 200;
    private static final int ROLES = 500;
    private static final int PAGE = 100;
    private static final String WHAT = "account-iam, 200 accounts × 500 roles, ";

    @Override
    public String name() {
        return "refresh";
    }

    @Override
    public void run(Workshop workshop, Consumer<Figure> figures) throws IOException {
        StackSettings stack = workshop.stack("refresh");
        try (LocalStackParts parts = workshop.open(stack);
                Child s3 = Child.java(StandInProcess.class, "0");
                IamStub iam = new IamStub(ACCOUNTS, ROLES, PAGE)) {
            parts.startRedis();
            parts.startBusyDynamoDb();
            String dynamo = "http://127.0.0.1:" + stack.ports().dynamodb();
            try (BulkRows rows = new BulkRows(URI.create(dynamo))) {
                rows.createTables();
            }
            Map<String, String> variables =
                    Map.of(
                            "AWS_ENDPOINT_URL",
                            iam.endpoint().toString(),
                            "AWS_ENDPOINT_URL_S3",
                            s3.firstLine(),
                            "AWS_ENDPOINT_URL_DYNAMODB",
                            dynamo);
            try (BenchServer server =
                    BenchServer.start(
                            workshop.project(),
                            workshop.folder("refresh-server"),
                            Configurations.server(stack.ports().redis()),
                            variables,
                            Objects.requireNonNullElse(System.getenv("BENCH_JVM_ARGS"), ""))) {
                measured(server, figures);
            }
        }
    }

    private static void measured(BenchServer server, Consumer<Figure> figures) {
        Jobs jobs = new Jobs(server.address());
        // accounts starts account-iam, which starts aggregate, which starts authorization
        Polling.until(
                Duration.ofMinutes(3), Duration.ofMillis(500), () -> begins(jobs, "accounts"));
        Duration before = server.process().cpu();
        figures.accept(figure(server, "first fill", "–", before, jobs.awaitEnd("account-iam", 1)));
        jobs.awaitEnd("authorization", 1);
        for (int run = 2; run <= 4; run++) {
            before = server.process().cpu();
            jobs.start("account-iam");
            String target = run == 2 ? "≥ 10,000 roles/s" : "≥ 10,000 roles/s, memory flat";
            figures.accept(
                    figure(
                            server,
                            "run " + run + ", nothing changed",
                            target,
                            before,
                            jobs.awaitEnd("account-iam", run)));
            jobs.awaitEnd("authorization", run);
        }
    }

    /** False while the server still creates its tables. */
    private static boolean begins(Jobs jobs, String job) {
        try {
            jobs.start(job);
            return true;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    /**
     * @param before CPU time of the server when the run began
     */
    private static Figure figure(
            BenchServer server, String run, String target, Duration before, JsonNode ended) {
        Duration cpu = server.process().cpu().minus(before);
        Duration took =
                Duration.between(
                        Instant.parse(ended.path("startedAt").asText()), lastAccount(ended));
        return new Figure(
                WHAT + run,
                target,
                String.format(
                        Locale.ROOT,
                        "%,.0f roles/s (%.1f s), CPU of the server %d µs each, RSS %d MiB",
                        ACCOUNTS * ROLES / (took.toMillis() / 1e3),
                        took.toMillis() / 1e3,
                        cpu.toNanos() / 1000 / (ACCOUNTS * ROLES),
                        server.process().residentMiB()));
    }

    /** The run's own end is noticed up to a second later. */
    private static Instant lastAccount(JsonNode ended) {
        Instant last = Instant.EPOCH;
        for (JsonNode account : ended.path("accounts")) {
            Instant at = Instant.parse(account.path("endedAt").asText());
            last = at.isAfter(last) ? at : last;
        }
        return last;
    }
}
