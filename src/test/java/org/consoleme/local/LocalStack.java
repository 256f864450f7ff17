package org.consoleme.local;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.consoleme.local.LocalStackText.Addresses;

/**
 * Starts the local stack and keeps it until Ctrl-C: what {@code ./mvnw -Prun} runs.
 *
 * <p>{@code -Dfresh} starts over. README.md names the variables.
 */
public final class LocalStack {
    private static final Duration SIGNAL = Duration.ofSeconds(1);

    private LocalStack() {}

    /**
     * Runs until it is told to stop, or a part of it has ended.
     *
     * @param arguments the repository's folder, or none for the working directory; and where the
     *     build has put its classes, or none for {@code target}
     */
    public static void main(String[] arguments) {
        Path project = Path.of(arguments.length == 0 ? "" : arguments[0]).toAbsolutePath();
        Path build = arguments.length < 2 ? project.resolve("target") : Path.of(arguments[1]);
        Progress progress = new Progress(System.out);
        StackSettings settings = StackSettings.from(project, build, System.getenv());
        LocalStackParts parts = LocalStackParts.open(settings, progress);
        StackDescription.delete(settings);
        Thread atExit = new Thread(() -> stop(parts, settings, progress), "stop local stack");
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            run(parts, settings, progress);
        } catch (LocalStackException e) {
            if (!stopsSoon(parts)) {
                stop(parts, settings, progress);
                throw e;
            }
            join(atExit);
        }
    }

    /**
     * Ctrl-C reaches the parts as well as us, and a part's end may be seen before our own signal.
     */
    private static boolean stopsSoon(LocalStackParts parts) {
        try {
            Awaitility.await().pollDelay(Duration.ZERO).atMost(SIGNAL).until(parts::isStopping);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private static void join(Thread atExit) {
        try {
            atExit.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(LocalStackParts parts, StackSettings settings, Progress progress) {
        PortOwner.requireFree(settings.ports().needed(settings));
        if (System.getProperty("fresh", "false").matches("|true")) {
            parts.startOver();
        }
        parts.startDependencies();
        parts.startSlack(new TwinOfSlack(settings.state().resolve("slack-twin.json")));
        parts.startServer();
        StackDescription description = parts.describe();
        description.write(StackDescription.file(settings));
        progress.block(LocalStackText.ready(new Addresses(settings, description), progress));
        parts.awaitAnyEnd();
    }

    private static void stop(LocalStackParts parts, StackSettings settings, Progress progress) {
        progress.say("stopping");
        StackDescription.delete(settings);
        parts.close();
        progress.say("stopped");
    }
}
