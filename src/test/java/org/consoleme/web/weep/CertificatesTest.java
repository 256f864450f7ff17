package org.consoleme.web.weep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.testing.CertificateAuthority;
import org.consoleme.testing.FakeRequest;
import org.consoleme.testing.SettableClock;
import org.consoleme.web.ClientAddress;
import org.consoleme.web.PeerCertificateFilter;
import org.consoleme.web.WebSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates that are real ones, in each form in which one can arrive. */
class CertificatesTest {
    private static final String TRUSTED = "10.0.0.1";
    private static final String STRANGER = "192.0.2.1";
    private static X509Certificate alice;
    private static X509Certificate proxy;
    private static X509Certificate inSubject;

    private final MapConfiguration configuration =
            MapConfiguration.empty().with("auth.trusted_proxies", List.of("10.0.0.0/8"));

    @BeforeAll
    static void issue(@TempDir Path folder) {
        CertificateAuthority authority = CertificateAuthority.in(folder, "Example authority");
        alice =
                CertificateAuthority.certificate(
                        authority.client(
                                "CN=Alice, O=Example", "-ext", "san=email:alice@example.com"));
        proxy = CertificateAuthority.certificate(authority.client("CN=proxy"));
        inSubject =
                CertificateAuthority.certificate(
                        authority.client("EMAILADDRESS=bob@example.com, CN=Bob, CN=People"));
    }

    @Test
    void theAlternativeNameIsThePerson() {
        ClientCertificate read = ClientCertificate.of(alice);

        assertThat(read.email()).contains("alice@example.com");
        assertThat(read.commonName()).contains("Alice");
        assertThat(read.notBefore()).isEqualTo(alice.getNotBefore().toInstant());
        assertThat(read.notAfter()).isEqualTo(alice.getNotAfter().toInstant());
    }

    @Test
    void theAddressInTheSubjectIsReadAndOfSeveralNamesTheMostSpecific() {
        ClientCertificate read = ClientCertificate.of(inSubject);

        assertThat(read.email()).contains("bob@example.com");
        assertThat(read.commonName()).contains("Bob");
        assertThat(ClientCertificate.of(proxy).email()).isEmpty();
    }

    @Test
    void everyFormThatProxiesWriteIsRead() throws Exception {
        String lines = pem(alice, "\n");
        String escaped = URLEncoder.encode(lines, UTF_8).replace("+", "%20");

        for (String form :
                List.of(
                        escaped,
                        escaped.replace("%2B", "+").replace("%2F", "/").replace("%3D", "="),
                        escaped + URLEncoder.encode(pem(proxy, "\n"), UTF_8).replace("+", "%20"),
                        pem(alice, " "),
                        base64(alice),
                        ":" + base64(alice) + ":",
                        URLEncoder.encode(base64(alice), UTF_8))) {
            assertThat(CertificateHeader.read(form)).as(form).contains(alice);
        }
    }

    @Test
    void whatIsNoCertificateIsNone() throws Exception {
        String base64 = base64(alice);

        for (String form :
                List.of(
                        "",
                        ":",
                        "garbage",
                        "%zz",
                        "-----BEGIN CERTIFICATE-----%zz",
                        "-----BEGIN CERTIFICATE-----",
                        base64.substring(0, 100),
                        base64 + "," + base64,
                        "A".repeat(20_000))) {
            assertThat(CertificateHeader.read(form)).as(form).isEmpty();
        }
    }

    @Test
    void mt05_theHeaderCountsFromATrustedProxyAlone() throws Exception {
        configuration.with("cli_auth.certificate_header", "X-Cert");

        assertThat(found(new FakeRequest("/", TRUSTED).header("X-Cert", base64(alice))))
                .contains(ClientCertificate.of(alice));
        assertThat(found(new FakeRequest("/", STRANGER).header("X-Cert", base64(alice)))).isEmpty();
    }

    @Test
    void mt05_aSpoofedHeaderDoesNotReplaceWhatOurListenerVerified() throws Exception {
        configuration.with("cli_auth.certificate_header", "X-Cert");

        assertThat(found(peer(STRANGER, alice).header("X-Cert", base64(proxy))))
                .contains(ClientCertificate.of(alice));
    }

    @Test
    void theProxysOwnCertificateIsNobodysWhoCallsThroughIt() throws Exception {
        configuration.with("cli_auth.certificate_header", "X-Cert");

        assertThat(found(peer(TRUSTED, proxy).header("X-Cert", base64(alice))))
                .contains(ClientCertificate.of(alice));
        assertThat(found(peer(TRUSTED, proxy))).isEmpty();
    }

    @Test
    void withoutHeadersInTheConfigurationOurListenerDecidesForEverybody() {
        assertThat(found(peer(TRUSTED, alice))).contains(ClientCertificate.of(alice));
        assertThat(found(new FakeRequest("/", TRUSTED))).isEmpty();
    }

    @Test
    void mt03_onlyWhatIsValidNowCounts() {
        FakeRequest request = peer(STRANGER, alice);

        assertThat(found(request, alice.getNotBefore().toInstant().minusSeconds(1))).isEmpty();
        assertThat(found(request, alice.getNotAfter().toInstant())).isPresent();
        assertThat(found(request, alice.getNotAfter().toInstant().plusSeconds(1))).isEmpty();
    }

    private static FakeRequest peer(String address, X509Certificate certificate) {
        return new FakeRequest("/", address)
                .attribute(PeerCertificateFilter.ATTRIBUTE, new X509Certificate[] {certificate});
    }

    private Optional<ClientCertificate> found(FakeRequest request) {
        return found(request, alice.getNotBefore().toInstant().plus(Duration.ofDays(1)));
    }

    private Optional<ClientCertificate> found(FakeRequest request, Instant now) {
        Clock clock = new SettableClock(now);
        return new Certificates(
                        CliSettings.from(configuration),
                        new ClientAddress(WebSettings.from(configuration)),
                        clock)
                .of(request.get());
    }

    private static String base64(X509Certificate certificate) throws CertificateEncodingException {
        return Base64.getEncoder().encodeToString(certificate.getEncoded());
    }

    private static String pem(X509Certificate certificate, String lineEnd)
            throws CertificateEncodingException {
        return "-----BEGIN CERTIFICATE-----"
                + lineEnd
                + Base64.getMimeEncoder(64, lineEnd.getBytes(UTF_8))
                        .encodeToString(certificate.getEncoded())
                + lineEnd
                + "-----END CERTIFICATE-----"
                + lineEnd;
    }
}
