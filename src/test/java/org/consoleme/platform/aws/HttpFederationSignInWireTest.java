package org.consoleme.platform.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.consoleme.credentials.TemporaryCredentials;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Secret;
import org.consoleme.testing.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

class HttpFederationSignInWireTest {
    private static final TemporaryCredentials KEYS =
            new TemporaryCredentials(
                    RoleArn.parse("arn:aws:iam::200000000002:role/billing-reader"),
                    "ASIAEXAMPLE",
                    new Secret("sec+ret/="),
                    new Secret("tok&en"),
                    Instant.EPOCH);
    private static final URI CONSOLE = URI.create("https://eu-west-1.console.aws.amazon.com");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final AtomicReference<String> query = new AtomicReference<>("");
    private HttpServer server;

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void theLinkIsAsConsoleMeMadeIt() throws IOException {
        URI at = serve(200, "{\"SigninToken\":\"stand-signin-token\"}");

        URI link = signIn(at).signInUrl(KEYS, CONSOLE, Duration.ofHours(1));

        assertThat(link)
                .hasToString(
                        at
                                + "?Action=login&Issuer=Corp&Destination=https%3A%2F%2Feu-west-1.console.aws.amazon.com&SigninToken=stand-signin-token&SessionDuration=3600");
    }

    @Test
    void aDeepLinkIsKeptAsItIs() throws IOException {
        URI at = serve(200, "{\"SigninToken\":\"stand-signin-token\"}");

        URI link =
                signIn(at)
                        .signInUrl(
                                KEYS,
                                URI.create("https://us-east-1.console.aws.amazon.com/s3/"),
                                Duration.ofHours(1));

        assertThat(link)
                .hasToString(
                        at
                                + "?Action=login&Issuer=Corp&Destination=https%3A%2F%2Fus-east-1.console.aws.amazon.com%2Fs3%2F&SigninToken=stand-signin-token&SessionDuration=3600");
    }

    @Test
    void d05KeysGoInTheBodyAndNotInTheAddress() throws IOException {
        signIn(serve(200, "{\"SigninToken\":\"t\"}"))
                .signInUrl(KEYS, CONSOLE, Duration.ofMinutes(15));

        assertThat(URLDecoder.decode(asked.get(), UTF_8))
                .isEqualTo(
                        "Action=getSigninToken&DurationSeconds=900&Session={\"sessionId\":\"ASIAEXAMPLE\",\"sessionKey\":\"sec+ret/=\",\"sessionToken\":\"tok&en\"}");
        assertThat(query.get()).isEqualTo("null");
    }

    @Test
    void d05AnUntrustedCertificateGetsNoKeys(@TempDir Path dir) throws Exception {
        HttpsServer https = HttpsServer.create(loopback(), 8);
        https.setHttpsConfigurator(new HttpsConfigurator(selfSigned(dir)));
        server = https;
        URI at =
                URI.create(
                        start(200, "{\"SigninToken\":\"t\"}")
                                .toString()
                                .replace("http:", "https:"));

        Problem problem =
                Problems.of(() -> signIn(at).signInUrl(KEYS, CONSOLE, Duration.ofHours(1)));

        assertThat(problem).isEqualTo(new Problem.Refused("AWS sign-in", "UntrustedCertificate"));
        assertThat(asked.get()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | <html>hello</html>       | UnexpectedAnswer",
                "200 | {}                       | UnexpectedAnswer",
                "200 | {\"SigninToken\": 5}     | UnexpectedAnswer",
                "200 | {\"SigninToken\": \"\"}  | UnexpectedAnswer",
                "200 | ''                       | UnexpectedAnswer",
                "400 | tok&en                   | HTTP 400",
                "302 | {\"SigninToken\": \"t\"} | HTTP 302"
            })
    void anythingButATokenIsRefusedWithoutQuotingIt(int status, String body, String code)
            throws IOException {
        URI at = serve(status, body);

        assertThat(Problems.of(() -> signIn(at).signInUrl(KEYS, CONSOLE, Duration.ofHours(1))))
                .isEqualTo(new Problem.Refused("AWS sign-in", code));
    }

    @Test
    void anEndPointInTroubleIsUnavailable() throws IOException {
        URI at = serve(503, "{}");

        assertThat(Problems.of(() -> signIn(at).signInUrl(KEYS, CONSOLE, Duration.ofHours(1))))
                .isInstanceOf(Problem.Unavailable.class);
    }

    @Test
    void anEndPointThatIsGoneIsUnavailable() throws IOException {
        URI at = serve(200, "{}");
        server.stop(0);

        assertThat(Problems.of(() -> signIn(at).signInUrl(KEYS, CONSOLE, Duration.ofHours(1))))
                .isInstanceOf(Problem.Unavailable.class);
    }

    private HttpFederationSignIn signIn(URI at) {
        return new HttpFederationSignIn(
                Settings.federation(at, "Corp"), new AwsRegion(Region.US_EAST_1), threads);
    }

    private URI serve(int status, String body) throws IOException {
        server = HttpServer.create(loopback(), 8);
        return start(status, body);
    }

    private URI start(int status, String body) {
        server.createContext(
                "/federation",
                exchange -> {
                    try (exchange) {
                        asked.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                        query.set(String.valueOf(exchange.getRequestURI().getRawQuery()));
                        byte[] answer = body.getBytes(UTF_8);
                        exchange.sendResponseHeaders(
                                status, answer.length == 0 ? -1 : answer.length);
                        exchange.getResponseBody().write(answer);
                    }
                });
        server.start();
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/federation");
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static SSLContext selfSigned(Path dir) throws Exception {
        Path store = dir.resolve("self-signed.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "self",
                                "-dname",
                                "CN=127.0.0.1",
                                "-ext",
                                "SAN=IP:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "changeit",
                                "-keystore",
                                store.toString())
                        .redirectErrorStream(true)
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        return tls;
    }
}
