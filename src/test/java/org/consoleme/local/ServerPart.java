package org.consoleme.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.consoleme.shared.Secret;

/** The server itself: the WAR of this build on Open Liberty, on the JDK that runs us. */
final class ServerPart {
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    /**
     * Liberty lives on, and calls itself ready, when the application did not start (an exception,
     * no such archive), a feature is missing, or its port is taken.
     */
    private static final Pattern HOPELESS =
            Pattern.compile("CWWKZ000[24]E|CWWKZ0014W|CWWKF0001E|CWWKO0221E");

    private ServerPart() {}

    /**
     * Returns when {@code /health/ready} says 200.
     *
     * @param name of the process
     */
    static void start(
            String name,
            StackRun run,
            HubCredentials hub,
            Map<String, Secret> slack,
            ServerVariant variant) {
        StackSettings settings = run.settings();
        StateFolder state = run.state();
        Path command = settings.liberty().resolve("bin/server");
        if (!Files.isExecutable(command)) {
            throw new LocalStackException(
                    "there is no server in " + command + ": start with ./mvnw -Prun");
        }
        new ServerFolder(settings, variant.overrides()).prepare();
        Map<String, String> environment = ServerEnvironment.of(settings, state.root(), hub, slack);
        variant.configuration()
                .ifPresentOrElse(
                        file -> environment.put("CONFIG_LOCATION", file.toString()),
                        () -> ConsoleMeYaml.write(settings, state.root()));
        environment.putAll(variant.environment());
        Child server =
                Child.start(
                        name,
                        List.of(command.toString(), "run", ServerFolder.NAME),
                        environment,
                        run);
        Waiting.until(
                server,
                DEADLINE,
                () -> Waiting.answersOk(settings.serverAddress().resolve("/health/ready")),
                HOPELESS);
    }
}
