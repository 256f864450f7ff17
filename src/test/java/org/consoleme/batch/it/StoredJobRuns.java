package org.consoleme.batch.it;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.consoleme.fakes.InMemoryJobRuns;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRuns;

/** The record of runs, kept in a file after each change: it outlives a killed process. */
public final class StoredJobRuns implements JobRuns {
    static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .addModule(new JavaTimeModule())
                    .build();
    private static final List<String> JOBS =
            List.of("accounts", "account-iam", "aggregate", "authorization");
    private static final int ALL = 1000;

    private final InMemoryJobRuns runs = new InMemoryJobRuns();
    private final Path file;

    public StoredJobRuns(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try {
                JSON.readValue(file.toFile(), new TypeReference<List<JobRun>>() {})
                        .forEach(runs::save);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public synchronized void save(JobRun run) {
        runs.save(run);
        store();
    }

    @Override
    public synchronized void report(String runId, JobRun.AccountOutcome outcome) {
        runs.report(runId, outcome);
        store();
    }

    @Override
    public Optional<JobRun> find(String runId) {
        return runs.find(runId);
    }

    @Override
    public List<JobRun> latest(JobId job, int limit) {
        return runs.latest(job, limit);
    }

    @Override
    public synchronized void wishStop(String runId) {
        runs.wishStop(runId);
        store();
    }

    private void store() {
        List<JobRun> all =
                JOBS.stream().flatMap(job -> runs.latest(new JobId(job), ALL).stream()).toList();
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            JSON.writeValue(next.toFile(), all);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
