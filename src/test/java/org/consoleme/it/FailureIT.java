package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A store goes away and comes back: what still works, what is refused, and how. */
class FailureIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    /** The self-check looks every minute, and takes its time on a busy machine. */
    private static final Duration SOON = Duration.ofMinutes(2);

    /** The configured 3 s for a call with its retries, and what a busy machine takes beside it. */
    private static final Duration BOUND = Duration.ofSeconds(15);

    private static final int CALLERS = 40;

    @Test
    void withoutRedisCredentialsWorkAndTheServerIsReadyButDegraded() {
        Person terminal = settledTerminal();
        String role = oneRole(terminal);
        STACK.parts().end("redis");
        try {
            assertThat(keys(terminal, role).status()).isEqualTo(200);
            awaitReadyWith("DEGRADED");
            assertThat(keys(terminal, role).status()).isEqualTo(200);
        } finally {
            STACK.parts().startRedis();
        }
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () -> assertThat(ready().must(200).body()).doesNotContain("DEGRADED"));
        assertThat(keys(terminal, role).status()).isEqualTo(200);
    }

    @Test
    void withoutDynamoDbNoKeysLeaveAndEveryCallerHearsSoInTime() throws Exception {
        Person terminal = settledTerminal();
        String role = oneRole(terminal);
        STACK.parts().end("dynamodb");
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            List<Future<Reply>> replies =
                    IntStream.range(0, CALLERS)
                            .mapToObj(i -> callers.submit(() -> keys(terminal, role)))
                            .toList();
            for (Future<Reply> each : replies) {
                assertRefused(each);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
            assertThat(Person.nobody(STACK.server()).get("/health/live").status()).isEqualTo(200);
        } finally {
            STACK.parts().startDynamoDb();
        }
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(keys(terminal, role).status()).isEqualTo(200));
    }

    private static void assertRefused(Future<Reply> each)
            throws InterruptedException, ExecutionException {
        Reply reply = each.get();
        assertThat(reply.status()).as(reply.body()).isEqualTo(503);
        assertThat(reply.json().get("code").asText()).isEqualTo("902");
        assertThat(reply.body()).doesNotContain("SecretAccessKey");
    }

    private static Person settledTerminal() {
        URI server = STACK.server();
        new Jobs(Person.administrator(server)).settled();
        return Person.engineer(server).terminal();
    }

    private static String oneRole(Person terminal) {
        return terminal.get("/api/v1/get_roles").must(200).json().get(0).asText();
    }

    private static Reply keys(Person terminal, String role) {
        return terminal.post("/api/v1/get_credentials", "{\"requested_role\": \"" + role + "\"}");
    }

    private static Reply ready() {
        return Person.nobody(STACK.server()).get("/health/ready");
    }

    private static void awaitReadyWith(String word) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(ready().must(200).body()).contains(word));
    }
}
