package org.consoleme.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.consoleme.local.Ports;

/**
 * The server as it is shipped: the project's {@code liberty} folder and the WAR of this build, and
 * nothing of the local stack's conveniences.
 */
final class BenchServer implements AutoCloseable {
    private static final String NAME = "consoleme";
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final int OK = 200;

    private final Child child;
    private final URI address;
    private final Duration started;

    private BenchServer(Child child, URI address, Duration started) {
        this.child = child;
        this.address = address;
        this.started = started;
    }

    /**
     * Starts it in a folder and returns when {@code /health/ready} says 200.
     *
     * @param yaml its configuration, which gets {@code url}
     * @param variables of its environment: AWS's end points and the like
     * @param jvm options for the JVM beside those in the project's {@code liberty/jvm.options}
     */
    static BenchServer start(
            Path project, Path folder, String yaml, Map<String, String> variables, String jvm) {
        URI address = URI.create("http://127.0.0.1:" + Ports.random().server());
        try {
            prepare(project, folder.resolve("servers").resolve(NAME));
            Path configuration =
                    Files.writeString(
                            folder.resolve("consoleme.yaml"), yaml + "url: " + address + "\n");
            long begin = System.nanoTime();
            Child child =
                    Child.start(
                            List.of(
                                    project.resolve("target/liberty/wlp/bin/server").toString(),
                                    "run",
                                    NAME),
                            environment(folder, address, configuration, variables, jvm),
                            folder.resolve("server.log"));
            try {
                awaitReady(child, address);
            } catch (RuntimeException e) {
                child.close();
                throw e;
            }
            return new BenchServer(child, address, Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return address;
    }

    Child process() {
        return child;
    }

    /** From the start of the process to the first 200 of {@code /health/ready}. */
    Duration started() {
        return started;
    }

    private static Map<String, String> environment(
            Path folder,
            URI address,
            Path configuration,
            Map<String, String> variables,
            String jvm) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        all.put("HOME", folder.toString());
        all.put("LANG", "C.UTF-8");
        all.put("JAVA_HOME", System.getProperty("java.home"));
        all.put("JVM_ARGS", jvm);
        all.put("WLP_USER_DIR", folder.toString());
        all.put("JOB_REPOSITORY", folder.resolve("job-repository").toString());
        all.put("HTTP_HOST", "127.0.0.1");
        all.put("HTTP_PORT", Integer.toString(address.getPort()));
        all.put("CONFIG_LOCATION", configuration.toString());
        all.put("AWS_REGION", "us-east-1");
        all.put("AWS_ACCESS_KEY_ID", "AKIABENCHBENCHBENCH0");
        all.put("AWS_SECRET_ACCESS_KEY", "not-a-real-secret");
        all.put("AWS_EC2_METADATA_DISABLED", "true");
        all.putAll(variables);
        return all;
    }

    private static void awaitReady(Child child, URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/health/ready"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try (HttpClient client =
                HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(DEADLINE)
                    .until(() -> !child.isAlive() || isOk(client, request));
        }
        if (!child.isAlive()) {
            throw new IllegalStateException("the server ended; its log is in target/bench");
        }
    }

    private static boolean isOk(HttpClient client, HttpRequest request)
            throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * The configuration as it stands, the WAR as the build left it, the job repository's engine.
     */
    private static void prepare(Path project, Path server) throws IOException {
        copyTree(project.resolve("liberty"), server);
        Files.createDirectories(server.resolve("apps"));
        Files.createDirectories(server.resolve("derby"));
        Files.writeString(
                server.resolve("apps/consoleme.war.xml"),
                "<archive><dir sourceOnDisk=\"%s\" targetInArchive=\"/\"/></archive>%n"
                        .formatted(project.resolve("target").resolve(NAME)));
        for (String entry : System.getProperty("java.class.path").split(":", -1)) {
            Path jar = Path.of(entry);
            if (jar.getFileName() != null && jar.getFileName().toString().startsWith("derby")) {
                Files.copy(
                        jar,
                        server.resolve("derby").resolve(jar.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(from)) {
            files = tree.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
