package org.consoleme.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** DynamoDB Local in a process of its own, its tables in a file. */
final class DynamoDbPart {
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private DynamoDbPart() {}

    static void start(StackRun run) {
        StackSettings settings = run.settings();
        StateFolder state = run.state();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        int port = settings.ports().dynamodb();
        Child dynamodb =
                Child.start(
                        "dynamodb",
                        List.of(
                                java.toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "@" + argumentFile(state),
                                DynamoDbProcess.class.getName(),
                                Integer.toString(port),
                                state.folder("dynamodb").toString()),
                        environment(settings),
                        run);
        Waiting.until(dynamodb, DEADLINE, () -> Waiting.connects(port));
    }

    private static Map<String, String> environment(StackSettings settings) {
        Map<String, String> environment = new HashMap<>(settings.inherited());
        environment.put("DDB_LOCAL_TELEMETRY", "0");
        return environment;
    }

    /** The class path is longer than some systems allow on a command line. */
    private static Path argumentFile(StateFolder state) {
        try {
            return Files.writeString(
                    state.folder("dynamodb").resolve("class-path"),
                    "-cp \"" + TestClassPath.text().replace("\\", "\\\\") + "\"\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
