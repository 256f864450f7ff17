package org.consoleme.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.consoleme.bench.http.Load;
import org.consoleme.bench.http.Message;
import org.consoleme.local.LocalStackParts;
import org.consoleme.local.StackSettings;
import org.consoleme.slacktwin.command.Signer;

/**
 * The menu of roles in Slack's modal, while eight people type: one letter after the other, among a
 * million roles. Who may ask is in {@link Rules}; reading the link of a Slack user takes a stub of
 * DynamoDB 3 ms.
 */
final class TypeaheadBenchmark implements Benchmark {
    private static final RoleUniverse ROLES = new RoleUniverse(1_000, 1_000, 10_000);
    private static final int PEOPLE = 8;

    private static final int COUNT = 2_000;
    private static final Duration MOST = Duration.ofSeconds(40);
    private static final int TYPED_PER_SECOND = 40;
    private static final String[] WORDS = {
        "billing admin",
        "payments ledger deploy",
        "search api re",
        "security-monitor",
        "prod reader",
        "data pipeline 04",
        "role/studio",
        "500000000123"
    };
    private static final String FOUND = "\"options\":[{";

    @Override
    public String name() {
        return "typeahead";
    }

    @Override
    public void run(Workshop workshop, Consumer<Figure> figures) throws IOException {
        StackSettings stack = workshop.stack("typeahead");
        try (LocalStackParts parts = workshop.open(stack);
                Child standIn = Child.java(StandInProcess.class, "3")) {
            parts.startRedis();
            try (PublishedIndex published = new PublishedIndex(stack.ports().redis())) {
                published.publish(ROLES);
                published.publishAccounts(ROLES);
            }
            String address = standIn.firstLine();
            try (BenchServer server =
                    BenchServer.start(
                            workshop.project(),
                            workshop.folder("typeahead-server"),
                            Configurations.server(stack.ports().redis())
                                    + SlackBenchmark.slack(address),
                            Map.of("AWS_ENDPOINT_URL", address),
                            "-Xmx2g "
                                    + Objects.requireNonNullElse(
                                            System.getenv("BENCH_JVM_ARGS"), ""))) {
                awaitIndex(server);
                measured(
                        figures,
                        "may ask for one role in nine",
                        new Load(
                                server.address(),
                                PEOPLE,
                                letters("requests.pick.role"),
                                TypeaheadBenchmark::offers));
                measured(
                        figures,
                        "may name their own alone",
                        new Load(server.address(), PEOPLE, letters("requests.pick.policy")));
            }
        }
    }

    private static void awaitIndex(BenchServer server) {
        Load load =
                new Load(
                        server.address(),
                        1,
                        n -> typed("requests.pick.role", n, "billing"),
                        TypeaheadBenchmark::offers);
        Polling.until(
                Duration.ofMinutes(2), Duration.ofSeconds(1), () -> load.run(1, MOST).wrong() == 0);
    }

    private static void measured(Consumer<Figure> figures, String who, Load load)
            throws IOException {
        // A cold server may need the two seconds after which it offers nothing.
        load.run(COUNT, MOST);
        Load.Outcome paced = load.run(COUNT / 2, TYPED_PER_SECOND, MOST);
        figures.accept(figure(who + ", " + TYPED_PER_SECOND + " letters a second", paced));
        Load.Outcome most = load.run(COUNT, MOST);
        figures.accept(figure(who + ", as fast as they are answered", most));
    }

    private static Figure figure(String how, Load.Outcome outcome) {
        return new Figure(
                "menu of roles in Slack, 1,000,000 roles, 8 people at once who " + how,
                "p99 < 300 ms",
                String.format(
                        Locale.ROOT,
                        "%s, %.0f/s; %d of %d offered nothing in time",
                        Timed.words(outcome.micros()),
                        outcome.perSecond(),
                        outcome.wrong(),
                        outcome.micros().getTotalCount()));
    }

    private static boolean offers(Message answer) {
        return answer.body().contains(FOUND);
    }

    /**
     * Each of the eight types all texts to their ends, each beginning at another; then come others.
     */
    private static IntFunction<byte[]> letters(String menu) {
        List<String> typed = new ArrayList<>();
        for (String words : WORDS) {
            for (int i = 1; i <= words.length(); i++) {
                typed.add(words.substring(0, i));
            }
        }
        int all = typed.size();
        return n -> {
            int who = n % PEOPLE;
            int letter = n / PEOPLE;
            return typed(
                    menu,
                    letter / all * PEOPLE + who,
                    typed.get((letter + who * all / PEOPLE) % all));
        };
    }

    private static byte[] typed(String menu, int person, String text) {
        String payload =
                """
                {"type":"block_suggestion","user":{"id":"%s%d","username":"someone","name":"someone","team_id":"%s"},\
                "api_app_id":"%s","team":{"id":"%s","domain":"bench"},"enterprise":null,"is_enterprise_install":false,\
                "action_id":"%s","block_id":"role","value":"%s","container":{"type":"view","view_id":"V0BENCH00"}}\
                """
                        .formatted(
                                AwsAnswers.MEMBER,
                                person,
                                AwsAnswers.TEAM,
                                SlackBenchmark.APP,
                                AwsAnswers.TEAM,
                                menu,
                                text);
        return SlackBenchmark.posted(
                new Signer(Configurations.SLACK_SECRET),
                "payload=" + SlackBenchmark.encoded(payload));
    }
}
