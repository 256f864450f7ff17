package org.consoleme.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consoleme.local.LocalStackParts;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * moto in server mode, the stand-in for AWS: one process for all test classes, on a free port of
 * loopback, emptied before each class. The program is taken from the system property or variable
 * {@code MOTO_SERVER}, else it is the local stack's own.
 *
 * <p>Use it as a static field with {@code @RegisterExtension}.
 */
public final class MotoExtension implements BeforeAllCallback {
    private static final Pattern READY =
            Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)");

    private URI endpoint;

    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        endpoint =
                context.getRoot()
                        .getStore(ExtensionContext.Namespace.create(MotoExtension.class))
                        .getOrComputeIfAbsent(Running.class, key -> start(), Running.class)
                        .endpoint();
        HttpResponse<Void> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(endpoint.resolve("/moto-api/reset"))
                                        .POST(HttpRequest.BodyPublishers.noBody())
                                        .build(),
                                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IOException("moto would not start over: HTTP " + answer.statusCode());
        }
    }

    private record Running(Process process, URI endpoint) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
            try {
                if (process.waitFor(5, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            process.destroyForcibly();
        }
    }

    private static Running start() {
        try {
            ProcessBuilder command =
                    new ProcessBuilder(program().toString(), "-H", "127.0.0.1", "-p", "0")
                            .redirectErrorStream(true);
            command.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
            Process process = command.start();
            return new Running(process, address(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads until moto says where it is, and then goes on reading: a full pipe would stop it. */
    private static URI address(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread.ofPlatform().daemon().name("moto's output").start(() -> drain(output));
                return URI.create(ready.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IOException("moto did not start: " + said);
    }

    private static void drain(BufferedReader output) {
        output.lines().forEach(line -> {});
    }

    private static Path program() {
        Optional<String> given =
                Optional.ofNullable(System.getProperty("MOTO_SERVER"))
                        .or(() -> Optional.ofNullable(System.getenv("MOTO_SERVER")));
        if (given.isPresent()) {
            return Path.of(given.get());
        }
        return LocalStackParts.pythonWithMoto(Path.of("").toAbsolutePath())
                .resolveSibling("moto_server");
    }
}
