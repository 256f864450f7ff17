package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Jobs as an administrator runs them. */
record Jobs(Person administrator) {
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /** Waits until the jobs that start by themselves have all run once. */
    Jobs settled() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () ->
                                assertThat(latest("authorization").path("endedAt").isTextual())
                                        .as(() -> "runs so far: " + runs())
                                        .isTrue());
        return this;
    }

    /** Starts a run once nobody else's is under way; its id. */
    String start(String job) {
        AtomicReference<Reply> started = new AtomicReference<>();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> {
                            started.set(request(job));
                            return started.get().status() != 409;
                        });
        return started.get().must(202).json().get("id").asText();
    }

    Reply request(String job) {
        return administrator.post("/api/v3/jobs/" + job + "/runs", "");
    }

    JsonNode look(String run) {
        return administrator.get("/api/v3/jobs/runs/" + run).must(200).json();
    }

    /** Waits for the end of a run. */
    JsonNode ended(String run) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(look(run).path("endedAt").isNull()).isFalse());
        return look(run);
    }

    JsonNode run(String job) {
        return ended(start(job));
    }

    /** The latest run of a job; missing if there is none. */
    JsonNode latest(String job) {
        return administrator.get("/api/v3/jobs/runs?job=" + job).must(200).json().at("/runs/0");
    }

    private String runs() {
        return Stream.of("accounts", "account-iam", "aggregate", "authorization")
                .map(job -> job + " " + latest(job))
                .collect(Collectors.joining("\n"));
    }

    static Map<String, String> outcomes(JsonNode run) {
        Map<String, String> outcomes = new TreeMap<>();
        run.get("accounts")
                .forEach(a -> outcomes.put(a.get("accountId").asText(), a.get("outcome").asText()));
        return outcomes;
    }
}
