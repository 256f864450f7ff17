package org.consoleme.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** DynamoDB Local in a process of its own, its tables in a file. */
final class DynamoDbPart {
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private DynamoDbPart() {}

    static void start(StackRun run) {
        start(run, JavaCommand::of);
    }

    /** With the JIT's best and memory to spare, so that others are what a benchmark measures. */
    static void startBusy(StackRun run) {
        start(run, JavaCommand::busy);
    }

    private interface Command {
        List<String> of(StateFolder state, Class<?> main, String... arguments);
    }

    private static void start(StackRun run, Command command) {
        int port = run.settings().ports().dynamodb();
        Child dynamodb =
                Child.start(
                        "dynamodb",
                        command.of(
                                run.state(),
                                DynamoDbProcess.class,
                                Integer.toString(port),
                                run.state().folder("dynamodb").toString()),
                        environment(run.settings()),
                        run);
        Waiting.until(dynamodb, DEADLINE, () -> Waiting.connects(port));
    }

    private static Map<String, String> environment(StackSettings settings) {
        Map<String, String> environment = new HashMap<>(settings.inherited());
        environment.put("DDB_LOCAL_TELEMETRY", "0");
        return environment;
    }
}
