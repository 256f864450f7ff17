package org.consoleme.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.consoleme.testing.BesideOthers;
import org.consoleme.testing.Browser;
import org.consoleme.testing.WeepClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;

/** The local stack as a newcomer meets it, in a shell that means somebody else's AWS. */
@BesideOthers
class LocalStackIT {
    private static final String ENGINEER = "engineer@example.com";

    @TempDir private Path folder;
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer elsewhere;

    @BeforeEach
    void openTheOtherAws() throws IOException {
        elsewhere =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                    exchange.sendResponseHeaders(500, -1);
                    exchange.close();
                });
        elsewhere.start();
    }

    @AfterEach
    void closeTheOtherAws() {
        elsewhere.stop(0);
    }

    @Test
    void lg14_itDoesNoHarmStopsWholeAndRemembersWhatPeopleDid() throws Exception {
        ProjectCopy copy = ProjectCopy.of(Path.of("").toAbsolutePath(), directory("project"));
        Map<String, String> shell = hostileShell();
        String cookie;
        List<ProcessHandle> processes;

        try (StackProcess stack = StackProcess.start(copy, shell)) {
            cookie = "consoleme_cli=" + signIn(stack);
            assertThat(keys(stack, cookie)).isEqualTo(200);
            try (S3Client s3 = s3(stack)) {
                s3.createBucket(bucket -> bucket.bucket("made-by-a-person"));
            }
            assertThat(stack.said()).contains("Three things to try", "Ctrl-C stops it all");
            processes = stack.all();
            assertThat(processes).hasSizeGreaterThanOrEqualTo(5);

            stack.controlC();
        }
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(copy.description()).doesNotExist();

        copy.cleanAndBuild();
        try (StackProcess stack = StackProcess.start(copy, shell)) {
            assertThat(keys(stack, cookie)).as("the terminal is still signed in").isEqualTo(200);
            try (S3Client s3 = s3(stack)) {
                assertThat(s3.listBuckets().buckets())
                        .extracting(Bucket::name)
                        .contains("made-by-a-person");
            }
        }
        assertThat(asked).as("what the shell's AWS was asked").isEmpty();
        assertThat(folder.resolve("credentials-were-made")).doesNotExist();
    }

    /** Every way in which a shell tells an SDK where AWS is and who one is there. */
    private Map<String, String> hostileShell() throws IOException {
        String other = "http://127.0.0.1:" + elsewhere.getAddress().getPort();
        Path home = directory("home");
        Path aws = Files.createDirectories(home.resolve(".aws"));
        String profile =
                """
                [default]
                region = mars-north-1
                endpoint_url = %1$s
                credential_process = touch %2$s
                [profile production]
                region = mars-north-1
                endpoint_url = %1$s
                credential_process = touch %2$s
                """
                        .formatted(other, folder.resolve("credentials-were-made"));
        Path configuration = Files.writeString(aws.resolve("config"), profile);
        Ports ports = Ports.random();
        Map<String, String> shell = new HashMap<>();
        shell.put("HOME", home.toString());
        shell.put("AWS_PROFILE", "production");
        shell.put("AWS_CONFIG_FILE", configuration.toString());
        shell.put("AWS_REGION", "mars-north-1");
        shell.put("AWS_DEFAULT_REGION", "mars-north-1");
        shell.put("AWS_ACCESS_KEY_ID", "AKIAREALKEY");
        shell.put("AWS_SECRET_ACCESS_KEY", "real-secret");
        shell.put("AWS_SESSION_TOKEN", "real-token");
        for (String service : List.of("", "_STS", "_IAM", "_S3", "_DYNAMODB", "_ORGANIZATIONS")) {
            shell.put("AWS_ENDPOINT_URL" + service, other);
        }
        for (String proxy : List.of("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy")) {
            shell.put(proxy, other);
        }
        shell.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", other + "/credentials");
        shell.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", other);
        shell.put("CONFIG_LOCATION", "/nowhere/consoleme.yaml");
        shell.put("HTTP_PORT", Integer.toString(ports.server()));
        shell.put("LOCAL_STACK_SLACK_PORT", Integer.toString(ports.slackTwin()));
        shell.put("LOCAL_STACK_AWS_PORT", Integer.toString(ports.aws()));
        shell.put("LOCAL_STACK_DYNAMODB_PORT", Integer.toString(ports.dynamodb()));
        shell.put("LOCAL_STACK_REDIS_PORT", Integer.toString(ports.redis()));
        shell.put("LOCAL_STACK_FEDERATION_PORT", Integer.toString(ports.federation()));
        return shell;
    }

    private static String signIn(StackProcess stack) {
        WeepClient weep = new WeepClient(stack.server().toString());
        var urls = weep.get("/noauth/v1/challenge_generator/" + ENGINEER).json();
        String token = last(urls.path("challenge_url").textValue());
        Browser browser = new Browser(stack.server(), ENGINEER);
        browser.decide(token, browser.nonce(token), true);
        return weep.get("/noauth/v1/challenge_poller/" + last(urls.path("polling_url").textValue()))
                .json()
                .path("encoded_jwt")
                .textValue();
    }

    private static int keys(StackProcess stack, String cookie) {
        WeepClient weep = new WeepClient(stack.server().toString()).withCookie(cookie);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !weep.get("/api/v1/get_roles?all=true").json().isEmpty());
        return weep.export("experiment").status();
    }

    private static String last(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static S3Client s3(StackProcess stack) {
        return S3Client.builder()
                .endpointOverride(stack.aws())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("AKIAPERSON", "person")))
                .build();
    }

    private Path directory(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }
}
