package org.consoleme.web.weep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.consoleme.testing.BesideOthers;
import org.consoleme.testing.CertificateAuthority;
import org.consoleme.testing.ClientTls;
import org.consoleme.testing.WeepClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Client certificates at the server's own TLS listener: weep's acceptance lines (section 11, mTLS)
 * with what weep sends.
 */
@BesideOthers
class MutualTlsIT {
    @TempDir private static Path folder;

    private static MutualTlsServer server;
    private static CertificateAuthority authority;
    private static KeyStore engineer;
    private static KeyStore billing;
    private static KeyStore stranger;
    private static KeyStore old;

    @BeforeAll
    static void start() {
        authority = CertificateAuthority.in(folder, "Example authority");
        engineer = person("engineer@example.com");
        stranger = person("stranger@example.com");
        old = person("engineer@example.com", "-startdate", "-400d", "-validity", "800");
        billing = authority.client("CN=billing.svc, O=Example");
        server = MutualTlsServer.start(folder, authority);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !roles(weep(engineer)).isEmpty());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void mt01_aPersonsCertificateListsAndGetsKeysWithoutACookie(String protocol) {
        WeepClient weep = weep(tls(Optional.of(engineer), protocol));
        String role = roles(weep).get(0).textValue();

        WeepClient.Answer answer = weep.export(role);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("Credentials").path("RoleArn").textValue()).isEqualTo(role);
        assertThat(answer.response().headers().map()).doesNotContainKey("set-cookie");
        assertThat(weep.get("/api/v2/get_roles?all=true").status()).isEqualTo(200);
    }

    @Test
    void mt02_aCertificateOfSomebodyUnknownIsRefusedInTheEnvelope() {
        assertRefused(weep(stranger).get("/api/v2/get_roles?all=true"), "403");
        assertRefused(weep(stranger).export("admin"), "403");
    }

    @Test
    void mt02_noCertificateAtAllIsRefusedInTheEnvelope() {
        WeepClient without = weep(tls(Optional.empty(), "TLSv1.3"));

        assertRefused(without.get("/api/v2/get_roles?all=true"), "403");
        assertRefused(without.export("admin"), "403");
    }

    @Test
    void mt03_expiredAndForeignCertificatesEndInTls() {
        KeyStore expired = person("engineer@example.com", "-startdate", "-30d", "-validity", "10");
        KeyStore foreign =
                CertificateAuthority.in(folder, "Foreign authority")
                        .client("CN=Engineer", "-ext", "san=email:engineer@example.com");

        for (KeyStore bad : List.of(expired, foreign)) {
            assertThatThrownBy(() -> weep(bad).export("admin"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void mt04_aCertificateOlderThanTheLimitIs905() {
        assertRefused(weep(old).export(roles(weep(old)).get(0).textValue()), "905");
    }

    @Test
    void mt08_aRenewedCertificateIsTakenAfterA905() {
        String role = roles(weep(engineer)).get(0).textValue();

        assertRefused(weep(old).export(role), "905");
        assertThat(weep(person("engineer@example.com")).export(role).status()).isEqualTo(200);
    }

    @Test
    void mt05_headersOfTheClientsOwnChangeNothing() throws Exception {
        String admin =
                Base64.getEncoder()
                        .encodeToString(
                                CertificateAuthority.certificate(person("admin@example.com"))
                                        .getEncoded());
        Map<String, String> spoofed =
                Map.of(
                        MutualTlsServer.HEADER,
                        admin,
                        "verified",
                        "SUCCESS",
                        "$WSCC",
                        admin,
                        "$WSRA",
                        "127.0.0.1",
                        "$WSIS",
                        "true");
        WeepClient plain = with(new WeepClient(server.plain()), spoofed);
        WeepClient without = with(weep(tls(Optional.empty(), "TLSv1.3")), spoofed);
        WeepClient other = with(weep(engineer), spoofed);

        assertRefused(plain.export("admin"), "403");
        assertRefused(without.export("admin"), "403");
        assertThat(roles(other)).isEqualTo(roles(weep(engineer)));
    }

    @Test
    void mt06_anApplicationGetsKeysByTheFullArnOfItsOwnRoleAlone() {
        WeepClient application = weep(billing);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> application.export(MutualTlsServer.BILLING_ROLE).status() == 200);

        assertRefused(application.export(roles(weep(engineer)).get(0).textValue()), "900");
        assertRefused(application.export("backup-service"), "899");
        assertRefused(application.get("/api/v2/get_roles?all=true"), "900");
    }

    @Test
    void theServersLogShowsNoPassword() throws Exception {
        assertThat(Files.readString(server.log())).doesNotContain(CertificateAuthority.PASSWORD);
    }

    private static KeyStore person(String email, String... more) {
        String[] options = new String[more.length + 2];
        options[0] = "-ext";
        options[1] = "san=email:" + email;
        System.arraycopy(more, 0, options, 2, more.length);
        return authority.client("CN=Somebody, O=Example", options);
    }

    private static JsonNode roles(WeepClient weep) {
        return weep.get("/api/v1/get_roles?all=true").json();
    }

    private static WeepClient weep(KeyStore keys) {
        return weep(tls(Optional.of(keys), "TLSv1.3"));
    }

    private static WeepClient weep(SSLContext tls) {
        return new WeepClient(server.base(), tls);
    }

    private static SSLContext tls(Optional<KeyStore> keys, String protocol) {
        return ClientTls.of(keys, authority.trust(), protocol);
    }

    private static WeepClient with(WeepClient weep, Map<String, String> headers) {
        WeepClient more = weep;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            more = more.withHeader(header.getKey(), header.getValue());
        }
        return more;
    }

    private static void assertRefused(WeepClient.Answer answer, String code) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).as(answer.response().body()).isEqualTo(code);
        assertThat(answer.json().path("message").textValue()).isNotBlank();
        assertThat(answer.json().path("errors").isArray()).isTrue();
        assertThat(answer.json().has("Credentials")).isFalse();
    }
}
