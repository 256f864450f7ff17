package org.consoleme.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stand-in AWS: moto, with a journal of its changes so that they are there again next time. */
final class MotoPart {
    /** Enough to replay some ten thousand changes on a slow machine. */
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private MotoPart() {}

    static void start(StackRun run, Path python) {
        int port = run.settings().ports().aws();
        Path folder = run.state().folder("aws");
        Child moto =
                Child.start(
                        "aws",
                        List.of(
                                python.toString(),
                                script(folder).toString(),
                                Integer.toString(port),
                                journal(run).toString()),
                        environment(run.settings()),
                        run);
        Waiting.until(moto, DEADLINE, () -> Waiting.connects(port));
    }

    static Path journal(StackRun run) {
        return run.state().folder("aws").resolve("journal.jsonl");
    }

    private static Map<String, String> environment(StackSettings settings) {
        Map<String, String> environment = new HashMap<>(settings.inherited());
        environment.put("MOTO_IAM_LOAD_MANAGED_POLICIES", "true");
        environment.put("MOTO_S3_ALLOW_CROSSACCOUNT_ACCESS", "false");
        environment.put("PYTHONHASHSEED", "0"); // the same ids for the same seed
        environment.put("PYTHONUNBUFFERED", "1");
        return environment;
    }

    private static Path script(Path folder) {
        try {
            return Files.writeString(
                    folder.resolve("moto_stack.py"), MotoEnvironment.resource("moto_stack.py"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
