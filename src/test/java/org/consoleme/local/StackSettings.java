package org.consoleme.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.Secret;

/**
 * What a stack is made of: where it lies, its ports, and the dependencies that are taken from
 * elsewhere. Of the shell's variables it heeds those named here and no others.
 *
 * @param project the repository's folder
 * @param build where the build has put its classes and the WAR
 * @param state what survives the stack
 * @param server where the server's own folder is made from the build's results
 * @param redis another Redis, {@code host:port}
 * @param dynamodb another DynamoDB's address
 * @param aws another AWS end point's address
 * @param slack a real workspace's variables ({@code SLACK_*}); empty: the twin
 * @param inherited the part of the shell's environment that processes get: PATH, HOME and LANG
 */
public record StackSettings(
        Path project,
        Path build,
        Path state,
        Path server,
        Ports ports,
        Optional<String> redis,
        Optional<URI> dynamodb,
        Optional<URI> aws,
        Map<String, Secret> slack,
        Map<String, String> inherited) {

    private static final List<String> SLACK =
            List.of("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN", "SLACK_API_URL");

    public StackSettings {
        slack = Map.copyOf(slack);
        inherited = Map.copyOf(inherited);
    }

    static StackSettings from(Path project, Map<String, String> environment) {
        return from(project, project.resolve("target"), environment);
    }

    /**
     * @throws LocalStackException if a variable cannot be understood; the message names it
     */
    static StackSettings from(Path project, Path build, Map<String, String> environment) {
        return new StackSettings(
                project,
                build,
                project.resolve(".local-stack"),
                project.resolve("target/local-stack"),
                Ports.from(environment),
                value(environment, "LOCAL_STACK_REDIS").map(StackSettings::hostAndPort),
                value(environment, "LOCAL_STACK_DYNAMODB")
                        .map(text -> address("LOCAL_STACK_DYNAMODB", text)),
                value(environment, "LOCAL_STACK_AWS_ENDPOINT")
                        .map(text -> address("LOCAL_STACK_AWS_ENDPOINT", text)),
                slack(environment),
                inherited(environment));
    }

    /** A stack of its own for a test: free ports, an empty folder, nothing from elsewhere. */
    public static StackSettings forTest(Path project, Path emptyFolder) {
        return new StackSettings(
                project,
                project.resolve("target"),
                emptyFolder,
                emptyFolder.resolve("server"),
                Ports.random(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                inherited(System.getenv()));
    }

    /** The same stack as one more of its servers sees it: with a folder and a port of its own. */
    StackSettings forNode(String name) {
        return new StackSettings(
                project,
                build,
                state,
                server.resolveSibling(server.getFileName() + "-" + name),
                ports.forAnotherServer(),
                redis,
                dynamodb,
                aws,
                slack,
                inherited);
    }

    public URI awsAddress() {
        return aws.orElseGet(() -> loopback(ports.aws()));
    }

    public URI dynamodbAddress() {
        return dynamodb.orElseGet(() -> loopback(ports.dynamodb()));
    }

    public String redisAddress() {
        return redis.orElseGet(() -> "127.0.0.1:" + ports.redis());
    }

    public URI federationAddress() {
        return loopback(ports.federation()).resolve("/federation");
    }

    public URI serverAddress() {
        return loopback(ports.server());
    }

    /** Liberty, as the build unpacks it. */
    Path liberty() {
        return project.resolve("target/liberty/wlp");
    }

    static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static Map<String, Secret> slack(Map<String, String> environment) {
        Map<String, Secret> slack = new LinkedHashMap<>();
        if (value(environment, "SLACK_BOT_TOKEN").isPresent()) {
            SLACK.forEach(
                    name ->
                            value(environment, name)
                                    .ifPresent(it -> slack.put(name, new Secret(it))));
        }
        return slack;
    }

    private static Map<String, String> inherited(Map<String, String> environment) {
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("PATH", environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"));
        kept.put("HOME", environment.getOrDefault("HOME", "/"));
        kept.put("LANG", environment.getOrDefault("LANG", "C.UTF-8"));
        return kept;
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static String hostAndPort(String text) {
        if (!text.matches("[A-Za-z0-9.-]{1,253}:[0-9]{1,5}")) {
            throw new LocalStackException(
                    "LOCAL_STACK_REDIS is '" + text + "': expected host:port");
        }
        return text;
    }

    private static URI address(String variable, String text) {
        if (!text.matches("https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?/?")) {
            throw new LocalStackException(
                    variable + " is '" + text + "': expected an address such as http://host:port");
        }
        return URI.create(text.replaceFirst("/$", ""));
    }
}
