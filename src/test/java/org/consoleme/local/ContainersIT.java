package org.consoleme.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A stack whose dependencies somebody else runs at its ports: here another stack, without Docker.
 */
@Execution(ExecutionMode.CONCURRENT)
class ContainersIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    @TempDir private Path theirs;
    @TempDir private Path ours;

    @Test
    void whatRunsInContainersIsFilledAsTheStacksOwn() {
        StackSettings containers = StackSettings.forTest(PROJECT, theirs);
        StackSettings settings = inContainers(containers.ports());
        try (LocalStackParts empty = LocalStackParts.open(containers);
                LocalStackParts parts = LocalStackParts.open(settings)) {
            empty.startRedis();
            empty.startDynamoDb();
            empty.startEmptyAws();

            parts.startDependencies();

            assertThat(parts.accounts()).hasSize(7);
            assertThat(parts.hubVariables()).containsKey("AWS_SESSION_TOKEN");
            assertThat(
                            new OwnDynamoDb(settings.dynamodbAddress())
                                    .call(
                                            "DescribeTable",
                                            new ObjectMapper()
                                                    .createObjectNode()
                                                    .put("TableName", "consoleme_config_global")))
                    .isTrue();
        }
    }

    /** It would be emptied. */
    @Test
    void aStandInThatIsNotTheStacksOwnIsNotTouched() throws Exception {
        AtomicInteger changes = new AtomicInteger();
        HttpServer other =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext(
                "/",
                exchange -> {
                    if (!"GET".equals(exchange.getRequestMethod())) {
                        changes.incrementAndGet();
                    }
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        other.start();
        Ports random = Ports.random();
        Ports ports =
                new Ports(
                        random.server(),
                        random.slackTwin(),
                        other.getAddress().getPort(),
                        random.dynamodb(),
                        random.redis(),
                        random.federation());
        try (LocalStackParts parts = LocalStackParts.open(inContainers(ports))) {
            assertThatThrownBy(parts::startAws)
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("port " + ports.aws())
                    .hasMessageContaining("is not the stand-in AWS");
            assertThat(changes).hasValue(0);
        } finally {
            other.stop(0);
        }
    }

    private StackSettings inContainers(Ports ports) {
        StackSettings plain = StackSettings.forTest(PROJECT, ours);
        return new StackSettings(
                plain.project(),
                plain.state(),
                plain.server(),
                ports,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                plain.slack(),
                plain.inherited());
    }
}
