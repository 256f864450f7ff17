package org.consoleme.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page's table: a row per figure, replaced when it is measured again; the prose stays. */
final class ResultsPage {
    private static final String HEAD =
            "| what | target | measured | load before | machine | date | command |";
    private static final String RULE = "| --- | --- | --- | --- | --- | --- | --- |";

    private final Path page;

    ResultsPage(Path page) {
        this.page = page;
    }

    /**
     * @param load of the machine before the benchmark began
     */
    void take(String benchmark, String load, Figure figure) {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        Map<String, String> rows = new LinkedHashMap<>();
        boolean inTable = false;
        boolean behind = false;
        for (String line : read()) {
            inTable = inTable ? line.startsWith("|") : line.equals(HEAD);
            behind |= !inTable && (behind || !rows.isEmpty());
            if (!inTable) {
                (behind ? after : before).add(line);
            } else if (!line.equals(HEAD) && !line.equals(RULE)) {
                rows.put(what(line), line);
            }
        }
        rows.put(figure.what(), row(benchmark, load, figure));
        List<String> all = new ArrayList<>(before);
        all.add(HEAD);
        all.add(RULE);
        all.addAll(rows.values());
        all.addAll(after);
        write(all);
    }

    private List<String> read() {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<String> lines) {
        try {
            Files.write(page, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String what(String row) {
        return row.split("\\|", 3)[1].strip();
    }

    private static String row(String benchmark, String load, Figure figure) {
        return "| %s | %s | %s | %s | %s | %s | `./mvnw -Pbench -Dbench=%s` |"
                .formatted(
                        figure.what(),
                        figure.target(),
                        figure.measured(),
                        load,
                        Machine.describe(),
                        LocalDate.now(ZoneOffset.UTC),
                        benchmark);
    }
}
