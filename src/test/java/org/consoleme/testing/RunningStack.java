package org.consoleme.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consoleme.local.LocalStackParts;
import org.consoleme.local.StackSettings;
import org.consoleme.local.seed.SeededAccount;
import org.consoleme.slacktwin.TwinServer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole local stack, on free ports and in a folder of its own: one for all test classes of this
 * process, started by the first that asks. What a class stops it must start again.
 *
 * <p>Use it as a static field with {@code @RegisterExtension}.
 */
public final class RunningStack implements BeforeAllCallback {
    private Stack stack;

    @Override
    public void beforeAll(ExtensionContext context) {
        stack =
                context.getRoot()
                        .getStore(ExtensionContext.Namespace.create(RunningStack.class))
                        .getOrComputeIfAbsent(Stack.class, key -> Stack.start(), Stack.class);
    }

    public URI server() {
        return stack.settings().serverAddress();
    }

    public URI aws() {
        return stack.settings().awsAddress();
    }

    public URI dynamodb() {
        return stack.settings().dynamodbAddress();
    }

    public URI redis() {
        return URI.create("redis://" + stack.settings().redisAddress());
    }

    public URI federation() {
        return stack.settings().federationAddress();
    }

    public TwinServer twin() {
        return stack.twin();
    }

    /** For those who stop and start what the stack is made of. */
    public LocalStackParts parts() {
        return stack.parts();
    }

    /** Where all that the stack writes is, its logs too. */
    public Path folder() {
        return stack.folder();
    }

    /** The hub's keys, as {@code AWS_…} variables. */
    public Map<String, String> hubVariables() {
        return stack.parts().hubVariables();
    }

    /** An account's number. */
    public String account(String name) {
        return stack.parts().accounts().stream()
                .filter(account -> account.name().equals(name))
                .map(SeededAccount::id)
                .findFirst()
                .orElseThrow();
    }

    private record Stack(
            StackSettings settings, LocalStackParts parts, TwinServer twin, Path folder)
            implements AutoCloseable {
        static Stack start() {
            try {
                Path folder = Files.createTempDirectory("running-stack");
                StackSettings settings =
                        StackSettings.forTest(Path.of("").toAbsolutePath(), folder);
                LocalStackParts parts = LocalStackParts.open(settings);
                try {
                    parts.startDependencies();
                    TwinServer twin = parts.startTwin();
                    parts.startServer();
                    return new Stack(settings, parts, twin, folder);
                } catch (RuntimeException e) {
                    parts.close();
                    throw e;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            parts.close();
            try (Stream<Path> tree = Files.walk(folder)) {
                List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
                for (Path each : deepestFirst) {
                    Files.delete(each);
                }
            }
        }
    }
}
