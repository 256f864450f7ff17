package org.consoleme.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs the benchmarks that are named, or all, one after the other, and writes the page. */
public final class Benchmarks {
    private static final List<Benchmark> ALL =
            List.of(
                    new StartBenchmark(),
                    new IndexBenchmark(),
                    new CredentialsBenchmark(),
                    new SlackBenchmark(),
                    new TypeaheadBenchmark(),
                    new RequestsBenchmark(),
                    new CardsBenchmark(),
                    new RefreshBenchmark());

    private Benchmarks() {}

    /**
     * @param arguments the repository's folder; names with commas between them, or {@code all}
     */
    public static void main(String[] arguments) throws Exception {
        Workshop workshop = new Workshop(Path.of(arguments[0]).toAbsolutePath());
        ResultsPage page = new ResultsPage(workshop.project().resolve("src/docs/benchmarks.md"));
        Set<String> wanted = Set.of(arguments[1].split(",", -1));
        List<String> known = new ArrayList<>();
        boolean any = false;
        for (Benchmark benchmark : ALL) {
            known.add(benchmark.name());
            if (wanted.contains("all") || wanted.contains(benchmark.name())) {
                any = true;
                String load = Machine.load();
                Workshop.say(benchmark.name() + ", load before " + load);
                benchmark.run(
                        workshop,
                        figure -> {
                            Workshop.say(figure.what() + ": " + figure.measured());
                            page.take(benchmark.name(), load, figure);
                        });
            }
        }
        if (!any) {
            throw new IllegalArgumentException(
                    "-Dbench=" + arguments[1] + ": there are all, " + String.join(", ", known));
        }
    }
}
