package org.consoleme.bench;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.consoleme.bench.http.Load;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.Audience;
import org.consoleme.identity.IdentitySettings;
import org.consoleme.identity.Token;
import org.consoleme.local.LocalStackParts;
import org.consoleme.local.StackSettings;
import org.consoleme.platform.jwt.HmacTokens;
import org.consoleme.shared.UserId;

/**
 * {@code POST /api/v1/get_credentials} as weep sends it: 64 callers, 10,000 people with a role
 * each, 100,000 roles in the index; STS answers at once, DynamoDB after 3 ms. Then with DynamoDB
 * Local.
 */
final class CredentialsBenchmark implements Benchmark {
    private static final RoleUniverse ROLES = new RoleUniverse(200, 500, 10_000);
    private static final int PEOPLE = 10_000;
    private static final int CALLERS = 64;
    private static final int WARMING = 60_000;
    private static final int COUNT = 60_000;
    private static final int RATE = 2_000;
    private static final Duration MOST = Duration.ofSeconds(90);
    private static final String WHAT = "get_credentials, 64 callers, 10,000 user-role pairs, ";

    @Override
    public String name() {
        return "credentials";
    }

    @Override
    public void run(Workshop workshop, Consumer<Figure> figures) throws IOException {
        StackSettings stack = workshop.stack("credentials");
        try (LocalStackParts parts = workshop.open(stack);
                Child aws = Child.java(StandInProcess.class, "3")) {
            parts.startRedis();
            try (PublishedIndex published = new PublishedIndex(stack.ports().redis())) {
                published.publish(ROLES);
            }
            String yaml = Configurations.server(stack.ports().redis());
            String address = aws.firstLine();
            try (BenchServer server =
                    BenchServer.start(
                            workshop.project(),
                            workshop.folder("credentials-server"),
                            yaml,
                            Map.of("AWS_ENDPOINT_URL", address),
                            Objects.requireNonNullElse(System.getenv("BENCH_JVM_ARGS"), ""))) {
                withStub(figures, server, aws);
            }
            parts.startBusyDynamoDb();
            Map<String, String> real =
                    Map.of(
                            "AWS_ENDPOINT_URL",
                            address,
                            "AWS_ENDPOINT_URL_DYNAMODB",
                            "http://127.0.0.1:" + stack.ports().dynamodb());
            try (BenchServer server =
                    BenchServer.start(
                            workshop.project(),
                            workshop.folder("credentials-server"),
                            yaml,
                            real,
                            "")) {
                withDynamoDbLocal(figures, server);
            }
        }
    }

    private static void withStub(Consumer<Figure> figures, BenchServer server, Child aws)
            throws IOException {
        Load load = new Load(server.address(), CALLERS, requests(CredentialsBenchmark::post));
        awaitIndex(server);
        figures.accept(
                new Figure(
                        "memory of the server with 100,000 roles, before any load",
                        "RSS < 512 MiB",
                        settledMiB(server.process()) + " MiB"));
        must(load.run(WARMING, MOST), load);
        Duration serverCpu = server.process().cpu();
        Duration awsCpu = aws.cpu();
        Duration ownCpu = ownCpu();
        Load.Outcome outcome = must(load.run(COUNT, MOST), load);
        figures.accept(
                new Figure(WHAT + "audit stub of 3 ms", "≥ 2,000/s, p99 < 20 ms", words(outcome)));
        figures.accept(
                new Figure(
                        "CPU time for one of those answers",
                        "–",
                        "server %s µs, generator %s µs, stubs %s µs"
                                .formatted(
                                        each(server.process().cpu().minus(serverCpu), outcome),
                                        each(ownCpu().minus(ownCpu), outcome),
                                        each(aws.cpu().minus(awsCpu), outcome))));
        Load.Outcome paced = must(load.run(COUNT / 2, RATE, MOST), load);
        figures.accept(
                new Figure(
                        WHAT + "audit stub of 3 ms, 2,000 asked for in each second",
                        "p99 < 20 ms",
                        words(paced)));
        figures.accept(
                new Figure(
                        "memory of the server with 100,000 roles, most under that load",
                        "RSS < 512 MiB",
                        server.process().mostResidentMiB() + " MiB"));
    }

    /** People sign in on the web first, which keeps their groups where weep's calls find them. */
    private static void withDynamoDbLocal(Consumer<Figure> figures, BenchServer server)
            throws IOException {
        Polling.until(
                Duration.ofMinutes(1),
                Duration.ofMillis(500),
                () ->
                        one(server, CredentialsBenchmark::signIn)
                                && one(server, CredentialsBenchmark::post));
        Load signIns = new Load(server.address(), 16, requests(CredentialsBenchmark::signIn));
        must(signIns.run(PEOPLE, Duration.ofMinutes(3)), signIns);
        Load load = new Load(server.address(), CALLERS, requests(CredentialsBenchmark::post));
        must(load.run(WARMING / 3, MOST), load);
        Load.Outcome outcome = must(load.run(COUNT / 3, MOST), load);
        figures.accept(new Figure(WHAT + "audit in DynamoDB Local", "–", words(outcome)));
    }

    private static String words(Load.Outcome outcome) {
        return String.format(
                Locale.ROOT, "%,.0f/s, %s", outcome.perSecond(), Timed.words(outcome.micros()));
    }

    private static String each(Duration cpu, Load.Outcome outcome) {
        return Long.toString(cpu.toNanos() / 1000 / outcome.micros().getTotalCount());
    }

    private static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void awaitIndex(BenchServer server) {
        Polling.until(
                Duration.ofMinutes(1),
                Duration.ofMillis(200),
                () -> one(server, CredentialsBenchmark::post));
    }

    /** What it takes once it has given back what the first reading of the index left. */
    private static long settledMiB(Child process) {
        AtomicLong last = new AtomicLong(Long.MAX_VALUE);
        Polling.until(
                Duration.ofMinutes(1),
                Duration.ofSeconds(6),
                () -> last.get() <= last.updateAndGet(_ -> process.residentMiB()));
        return last.get();
    }

    private static boolean one(BenchServer server, Request request) throws IOException {
        return new Load(server.address(), 1, requests(request)).run(1, MOST).wrong() == 0;
    }

    static Load.Outcome must(Load.Outcome outcome, Load load) {
        if (outcome.wrong() > 0) {
            throw new IllegalStateException(
                    outcome.wrong()
                            + " wrong answers; the first: "
                            + load.firstWrong().map(m -> m.head() + m.body()).orElse("none"));
        }
        return outcome;
    }

    private interface Request {
        byte[] of(int person, HmacTokens tokens);
    }

    private static IntFunction<byte[]> requests(Request request) {
        HmacTokens tokens =
                new HmacTokens(
                        IdentitySettings.from(
                                MapConfiguration.empty().with("jwt_secret", Configurations.SECRET)),
                        Clock.systemUTC());
        byte[][] made = new byte[PEOPLE][];
        return n -> {
            int person = n % PEOPLE;
            if (made[person] == null) {
                made[person] = request.of(person, tokens);
            }
            return made[person];
        };
    }

    private static byte[] post(int person, HmacTokens tokens) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Token token =
                new Token(
                        "bench-" + person,
                        new UserId(RoleUniverse.person(person)),
                        Optional.empty(),
                        Audience.WEEP,
                        now,
                        now,
                        now.plus(Duration.ofHours(1)));
        return Load.request(
                "POST /api/v1/get_credentials",
                "Content-Type: application/json\r\nCookie: consoleme_cli="
                        + tokens.sign(token)
                        + "\r\n",
                "{\"requested_role\":\"%s\",\"no_ip_restrictions\":false}"
                        .formatted(ROLES.roleOf(person)));
    }

    private static byte[] signIn(int person, HmacTokens tokens) {
        return Load.request(
                "GET /api/v3/me",
                "user_header: %s\r\ngroups_header: %s,%s\r\n"
                        .formatted(
                                RoleUniverse.person(person),
                                RoleUniverse.group(person),
                                RoleUniverse.group(person / 2)),
                "");
    }
}
