package org.consoleme.local;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A dependency that a container of docker-compose-dependencies.yaml runs: it is awaited, not
 * started.
 */
final class ContainerPart {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String COMPOSE = "docker-compose-dependencies.yaml";
    private static final int OK = 200;
    private static final String WHO = "/local-stack";

    private ContainerPart() {}

    static void awaitRedis(StackSettings settings) {
        int port = settings.ports().redis();
        await("Redis", port, () -> RedisPart.answersPing(port));
    }

    static void awaitDynamoDb(StackSettings settings) {
        int port = settings.ports().dynamodb();
        await("DynamoDB Local", port, () -> Waiting.connects(port));
    }

    /**
     * @throws LocalStackException also if it is somebody else's stand-in: that would be emptied
     */
    static void awaitAws(StackSettings settings) {
        int port = settings.ports().aws();
        AtomicInteger status = new AtomicInteger();
        await(
                "the stand-in AWS",
                port,
                () -> {
                    status.set(Waiting.status(settings.awsAddress().resolve(WHO)));
                    return status.get() != 0;
                });
        if (status.get() != OK) {
            throw new LocalStackException(
                    "what answers on port %d is not the stand-in AWS of %s"
                            .formatted(port, COMPOSE));
        }
    }

    private static void await(String what, int port, Callable<Boolean> answers) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(200))
                    .atMost(DEADLINE)
                    .until(answers);
        } catch (ConditionTimeoutException e) {
            throw new LocalStackException(
                    ("%s does not answer on port %d, and LOCAL_STACK_CONTAINERS says that a container"
                                    + " runs it: docker compose -f %s up -d")
                            .formatted(what, port, COMPOSE),
                    e);
        }
    }
}
