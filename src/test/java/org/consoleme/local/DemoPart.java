package org.consoleme.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.consoleme.local.seed.DemoProcess;

/** The demo organization, laid down in our own stand-in AWS; a process that does it and ends. */
final class DemoPart {
    private static final Duration DEADLINE = Duration.ofMinutes(3);

    private DemoPart() {}

    static DemoProcess.Outcome layDown(StackRun run) {
        Path outcome = run.state().folder("aws").resolve("organization.json");
        Child demo =
                Child.start(
                        "demo",
                        JavaCommand.of(
                                run.state(),
                                DemoProcess.class,
                                run.settings().awsAddress().toString(),
                                outcome.toString()),
                        run.settings().inherited(),
                        run);
        demo.awaitSuccess(DEADLINE);
        try {
            return DemoProcess.Outcome.read(outcome);
        } catch (IOException e) {
            throw new LocalStackException("the demo organization left no outcome", e);
        }
    }
}
