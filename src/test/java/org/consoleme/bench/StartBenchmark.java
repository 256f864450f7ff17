package org.consoleme.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.consoleme.local.LocalStackParts;
import org.consoleme.local.StackSettings;

/** From the start of the process to the first healthy answer: in an empty folder, and again. */
final class StartBenchmark implements Benchmark {
    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Workshop workshop, Consumer<Figure> figures) throws IOException {
        StackSettings stack = workshop.stack("start");
        Path folder = workshop.folder("start-server");
        try (LocalStackParts parts = workshop.open(stack);
                Child aws = Child.java(StandInProcess.class, "3")) {
            parts.startRedis();
            Map<String, String> variables = Map.of("AWS_ENDPOINT_URL", aws.firstLine());
            String yaml = Configurations.server(stack.ports().redis());
            for (String which : List.of("new folder", "started before")) {
                try (BenchServer server =
                        BenchServer.start(workshop.project(), folder, yaml, variables, "")) {
                    Duration cpu = server.process().cpu();
                    figures.accept(
                            new Figure(
                                    "start to first healthy answer, " + which,
                                    "< 10 s",
                                    seconds(server.started()) + ", CPU " + seconds(cpu)));
                }
            }
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }
}
