package org.consoleme.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.consoleme.bench.http.Load;
import org.consoleme.local.LocalStackParts;
import org.consoleme.local.StackSettings;
import org.consoleme.slacktwin.command.Signer;

/** How soon Slack has its acknowledgement: signed commands, each one new, 16 at a time. */
final class SlackBenchmark implements Benchmark {
    private static final int CALLERS = 16;
    private static final int COUNT = 4_000;
    private static final Duration MOST = Duration.ofSeconds(60);
    static final String APP = "A0BENCH00";

    private static final String TEAM = AwsAnswers.TEAM;

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public void run(Workshop workshop, Consumer<Figure> figures) throws IOException {
        StackSettings stack = workshop.stack("slack");
        try (LocalStackParts parts = workshop.open(stack);
                Child standIn = Child.java(StandInProcess.class, "3")) {
            parts.startRedis();
            String address = standIn.firstLine();
            String yaml = Configurations.server(stack.ports().redis()) + slack(address);
            try (BenchServer server =
                    BenchServer.start(
                            workshop.project(),
                            workshop.folder("slack-server"),
                            yaml,
                            Map.of("AWS_ENDPOINT_URL", address),
                            "")) {
                figures.accept(measured(server, address, "help"));
                figures.accept(measured(server, address, "creds admin"));
            }
        }
    }

    /** The part of the configuration that is about Slack. */
    static String slack(String standIn) {
        return """
        slack: {signing_secret: %s, bot_token: xoxb-bench, api_url: "%s/slack/api/", team_id: %s, app_id: %s}
        """
                .formatted(Configurations.SLACK_SECRET, standIn, TEAM, APP);
    }

    private static Figure measured(BenchServer server, String slack, String command)
            throws IOException {
        Signer signer = new Signer(Configurations.SLACK_SECRET);
        Load load = new Load(server.address(), CALLERS, n -> signed(signer, slack, command, n));
        CredentialsBenchmark.must(load.run(COUNT, MOST), load);
        Load.Outcome outcome = CredentialsBenchmark.must(load.run(COUNT, MOST), load);
        return new Figure(
                "acknowledgement of /consoleme " + command.split(" ", 2)[0] + ", 16 at a time",
                "p99 < 300 ms",
                Timed.words(outcome.micros())
                        + String.format(Locale.ROOT, ", %,.0f/s", outcome.perSecond()));
    }

    private static byte[] signed(Signer signer, String slack, String command, int n) {
        String body =
                "team_id=%s&api_app_id=%s&channel_id=C0BENCH00&user_id=U%08d&user_name=someone&command=%%2Fconsoleme&text=%s&trigger_id=bench.%d&response_url=%s"
                        .formatted(
                                TEAM,
                                APP,
                                n % 1_000,
                                encoded(command),
                                n,
                                encoded(slack + "/slack/response/" + n));
        return posted(signer, body);
    }

    /** What Slack sends, signed now. */
    static byte[] posted(Signer signer, String body) {
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        return Load.request(
                "POST /slack/events",
                "Content-Type: application/x-www-form-urlencoded\r\nX-Slack-Request-Timestamp: "
                        + timestamp
                        + "\r\nX-Slack-Signature: "
                        + signer.sign(timestamp, body.getBytes(StandardCharsets.UTF_8))
                        + "\r\n",
                body);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
