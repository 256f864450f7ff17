package org.consoleme.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.FileAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The real jobs on the real server, over stand-ins for the stores. A process of our own and not a
 * managed container, because one test kills it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JobsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path LIBERTY = Path.of("target/liberty/wlp").toAbsolutePath();
    private static final Path HOME = Path.of("target/jobs-it").toAbsolutePath();
    private static final Path SERVER = HOME.resolve("servers/jobs");
    private static final Path DATA = HOME.resolve("data");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private static final List<String> PACKAGES =
            List.of(
                    "shared",
                    "audit",
                    "identity",
                    "accounts",
                    "inventory",
                    "access",
                    "operations",
                    "batch",
                    "fakes",
                    "testing",
                    "platform.time");
    private static final Pattern NEEDED =
            Pattern.compile(
                    ".*/(access/(Authorization|ConfiguredEnt|DropGuard|Mapping|Publish)"
                            + "|identity/(Caller|Proof)"
                            + "|inventory/(Account|Aggregate|Allowed|Access|Digest|Iam|Index|Inventory|Refresh)"
                            + "|operations/(Administrators|Check|ForAdministrators|Freshness|Job|Leases"
                            + "|List|Operations|RunSelfCheck|SelfCheck|StartJob|StopJob|WatchJob)"
                            + "|testing/IamObjects)"
                            + "[A-Za-z$]*\\.class");

    private static Process process;
    private static int port;

    @BeforeAll
    static void startServer() throws IOException {
        empty(HOME);
        Files.createDirectories(SERVER.resolve("apps"));
        Files.createDirectories(SERVER.resolve("derby"));
        Files.createDirectories(DATA);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.writeString(SERVER.resolve("server.xml"), serverXml());
        Files.copy(Path.of("liberty/snippets/batch.xml"), SERVER.resolve("batch.xml"));
        try (Stream<Path> jars = Files.list(LIBERTY.resolve("usr/servers/consoleme/derby"))) {
            for (Path jar : jars.toList()) {
                Files.copy(jar, SERVER.resolve("derby").resolve(jar.getFileName()));
            }
        }
        war().as(ZipExporter.class).exportTo(SERVER.resolve("apps/jobs.war").toFile());
        launch();
    }

    @AfterAll
    static void stopServer() {
        process.destroyForcibly();
    }

    @Test
    @Order(1)
    void defect1_oneFailingAccountLeavesARunPartialAndTheChainGoesOn() {
        String run = ask("start", "accounts").get("id").asText();
        assertThat(run).hasSize(26);

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () ->
                                assertThat(latest("authorization").path("endedAt").isNumber())
                                        .isTrue());

        JsonNode iam = latest("account-iam");
        assertThat(iam.get("batchStatus").asText()).isEqualTo("COMPLETED");
        assertThat(iam.get("exitStatus").asText()).isEqualTo("PARTIAL");
        assertThat(states(iam))
                .isEqualTo(
                        Map.of(
                                "111111111111", "COMPLETED",
                                "222222222222", "COMPLETED",
                                "333333333333", "COMPLETED",
                                "444444444444", "COMPLETED",
                                "555555555555", "COMPLETED",
                                "666666666666", "FAILED",
                                "777777777777", "SKIPPED"));
        assertThat(latest("accounts").get("exitStatus").asText()).isEqualTo("COMPLETED");
        assertThat(latest("aggregate").get("exitStatus").asText()).isEqualTo("COMPLETED");
        assertThat(latest("authorization").get("exitStatus").asText()).isEqualTo("COMPLETED");
    }

    @Test
    @Order(2)
    void aRunThatIsUnderWayIsNotStartedTwiceAndStopsWhenAsked() {
        ask("hold", "222222222222");
        String run = ask("start", "account-iam").get("id").asText();
        await().untilAsserted(
                        () -> assertThat(states(latest("account-iam"))).containsValue("RUNNING"));

        assertThat(ask("start", "account-iam").asText()).contains(run).contains("under way");
        ask("stop", run);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(latest("account-iam").get("batchStatus").asText())
                                        .isEqualTo("STOPPED"));
        assertThat(states(latest("account-iam"))).containsEntry("111111111111", "COMPLETED");
        assertThat(states(latest("account-iam"))).doesNotContainValue("RUNNING");
        ask("hold", "999999999999");
    }

    @Test
    @Order(3)
    void aKilledNodeFinishesItsRunAfterTheRestartAndReadsNoFinishedAccountTwice()
            throws IOException {
        // Given
        ask("hold", "222222222222");
        Files.deleteIfExists(DATA.resolve("reads.log"));
        String run = ask("start", "account-iam").get("id").asText();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(states(latest("account-iam")))
                                        .containsEntry("222222222222", "COMPLETED")
                                        .containsEntry("333333333333", "RUNNING"));

        // When
        process.destroyForcibly();
        process.onExit().join();
        launch();

        // Then
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () ->
                                assertThat(latest("account-iam").path("endedAt").isNumber())
                                        .isTrue());
        JsonNode ended = latest("account-iam");
        assertThat(ended.get("id").asText()).isEqualTo(run);
        assertThat(ended.get("exitStatus").asText()).isEqualTo("PARTIAL");
        assertThat(states(ended))
                .containsEntry("111111111111", "COMPLETED")
                .containsEntry("555555555555", "COMPLETED")
                .containsEntry("666666666666", "FAILED");
        List<String> reads = Files.readAllLines(DATA.resolve("reads.log"));
        assertThat(reads.stream().filter("begin 111111111111"::equals)).hasSize(1);
        assertThat(reads.stream().filter("begin 222222222222"::equals)).hasSize(1);
        assertThat(reads.stream().filter("end 555555555555"::equals)).hasSize(1);
    }

    private static void launch() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder =
                new ProcessBuilder(
                        java.toString(),
                        "-Xmx256m",
                        "@" + LIBERTY.resolve("lib/platform/java/java24.options"),
                        "-Djobs.it.data=" + DATA,
                        "-javaagent:" + LIBERTY.resolve("bin/tools/ws-javaagent.jar"),
                        "-jar",
                        LIBERTY.resolve("bin/tools/ws-server.jar").toString(),
                        "jobs");
        builder.environment().put("WLP_USER_DIR", HOME.toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(HOME.resolve("console.log").toFile()));
        builder.directory(SERVER.toFile());
        process = builder.start();
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> get("do=latest&of=accounts").statusCode() == 200);
    }

    private static WebArchive war() throws IOException {
        WebArchive war = ShrinkWrap.create(WebArchive.class, "jobs.war");
        for (String name : PACKAGES) {
            war.addPackages(true, path -> wanted(path.get()), "org.consoleme." + name);
        }
        try (Stream<Path> jobs = Files.list(Path.of("batch-jobs"))) {
            jobs.forEach(
                    job ->
                            war.addAsWebInfResource(
                                    new FileAsset(job.toFile()),
                                    "classes/META-INF/batch-jobs/" + job.getFileName()));
        }
        war.addAsWebInfResource(
                new StringAsset(
                        "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.1\""
                                + " bean-discovery-mode=\"annotated\"/>"),
                "beans.xml");
        libraries().forEach(jar -> war.addAsLibraries(jar.toFile()));
        return war;
    }

    /** No tests; and of the packages that hold other beans, only what the jobs need. */
    private static boolean wanted(String path) {
        return !path.contains("Test")
                && !path.contains("IT")
                && !path.contains("IndexKeeper")
                && !path.contains("SelfCheckTurns")
                && !path.contains("ByAuthority")
                && (!path.matches(".*/consoleme/(access|identity|inventory|operations|testing)/.*")
                        || NEEDED.matcher(path).matches());
    }

    private static List<Path> libraries() {
        List<Path> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(":", -1)) {
            if (entry.matches(
                    ".*/(slf4j-api|logback-(core|classic)|ulid-creator|jackson-[a-z0-9-]+)-[^/]*\\.jar")) {
                jars.add(Path.of(entry));
            }
        }
        return jars;
    }

    private static String serverXml() {
        return """
        <server>
          <featureManager>
            <feature>servlet-6.1</feature>
            <feature>cdi-4.1</feature>
            <feature>batch-2.1</feature>
            <feature>concurrent-3.1</feature>
            <feature>jdbc-4.3</feature>
          </featureManager>
          <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
          <include location="batch.xml"/>
          <webApplication location="jobs.war" contextRoot="/"/>
        </server>
        """
                .formatted(port);
    }

    private static Map<String, String> states(JsonNode run) {
        Map<String, String> states = new TreeMap<>();
        run.get("accounts")
                .forEach(
                        account ->
                                states.put(
                                        account.get("account").get("value").asText(),
                                        account.get("state").asText()));
        return states;
    }

    private static JsonNode latest(String job) {
        return ask("latest", job).path(0);
    }

    private static JsonNode ask(String what, String of) {
        return sure(() -> JSON.readTree(get("do=" + what + "&of=" + of).body()));
    }

    private static HttpResponse<String> get(String query) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/control?" + query))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static <T> T sure(Callable<T> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
