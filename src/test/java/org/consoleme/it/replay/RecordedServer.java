package org.consoleme.it.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consoleme.it.override.ClockSetter;
import org.consoleme.local.LocalStackParts;
import org.consoleme.local.ServerVariant;
import org.consoleme.local.StackSettings;

/** Our server on ConsoleMe's recorded stores and configuration, at the instant of the recording. */
final class RecordedServer implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-21T10:22:10Z");
    private static final Set<String> OURS = Set.of("host", "content-length", "connection");

    private final RecordedAws aws;
    private final LocalStackParts parts;
    private final URI server;
    private final HttpClient client = HttpClient.newHttpClient();

    private RecordedServer(RecordedAws aws, LocalStackParts parts, URI server) {
        this.aws = aws;
        this.parts = parts;
        this.server = server;
    }

    static RecordedServer start(Path folder) {
        StackSettings settings = StackSettings.forTest(Path.of("").toAbsolutePath(), folder);
        RecordedAws aws = RecordedAws.start();
        aws.setClock(START);
        LocalStackParts parts = LocalStackParts.open(settings);
        try {
            parts.startRedis();
            parts.startDynamoDb();
            parts.startEmptyAws();
            URI redis = URI.create("redis://" + settings.redisAddress());
            RecordedStores.intoRedis(redis.getHost(), redis.getPort());
            RecordedStores.intoDynamoDb(
                    settings.dynamodbAddress(), Duration.between(START, Instant.now()));
            RecordedStores.intoS3(settings.awsAddress());
            parts.startServer(
                    new ServerVariant(
                            List.of("org/consoleme/it/override"),
                            Optional.of(configuration(folder, settings, redis, aws)),
                            Map.of("SET_CLOCK_AT", START.toString())));
            return new RecordedServer(aws, parts, settings.serverAddress());
        } catch (RuntimeException e) {
            aws.close();
            parts.close();
            throw e;
        }
    }

    /**
     * The recorded configuration, and over it where things are here, what ConsoleMe did not ask for
     * (D-24), and no job: they would read an AWS that the recording does not hold.
     */
    private static Path configuration(
            Path folder, StackSettings settings, URI redis, RecordedAws aws) {
        String text =
                """
                extends: [recorded.yaml]
                auth: {trusted_proxies: [127.0.0.1/32]}
                redis: {host: {global: 127.0.0.1}, port: %d}
                dynamodb_server: %s
                aws: {sts_endpoint_url: "%s", federation_url: "%s"}
                jobs:
                  accounts: {every_seconds: 0}
                  account_iam: {every_seconds: 0}
                  authorization: {every_seconds: 0}
                """
                        .formatted(
                                redis.getPort(),
                                settings.dynamodbAddress(),
                                aws.sts(),
                                aws.federation());
        try {
            for (String name : List.of("common.yaml", "recorded.yaml")) {
                Files.copy(Exchange.FOLDER.resolve(name), folder.resolve(name));
            }
            return Files.writeString(folder.resolve("replay.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a recorded request at its own instant. */
    Answer send(Exchange exchange) {
        aws.setClock(exchange.at());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(URI.create(exchange.path())))
                        .timeout(Duration.ofSeconds(20))
                        .header(ClockSetter.HEADER, exchange.at().toString())
                        .method(
                                exchange.method(),
                                exchange.body()
                                        .map(HttpRequest.BodyPublishers::ofString)
                                        .orElseGet(HttpRequest.BodyPublishers::noBody));
        exchange.headers()
                .forEach(
                        (name, value) -> {
                            if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                                request.header(name, value);
                            }
                        });
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the server's log says of our own faults. */
    String faults() {
        try (Stream<String> lines = Files.lines(parts.log("server"))) {
            return lines.filter(line -> line.contains("\"incident\""))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI federation() {
        return aws.federation();
    }

    @Override
    public void close() {
        client.close();
        parts.close();
        aws.close();
    }
}
