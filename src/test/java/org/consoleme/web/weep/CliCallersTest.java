package org.consoleme.web.weep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.fakes.InMemoryEphemeral;
import org.consoleme.fakes.InMemorySignIns;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.GroupsFixture;
import org.consoleme.identity.IdentitySettings;
import org.consoleme.identity.Proof;
import org.consoleme.identity.Revocations;
import org.consoleme.identity.Sessions;
import org.consoleme.platform.jwt.HmacTokens;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UserId;
import org.consoleme.testing.FakeRequest;
import org.consoleme.testing.SettableClock;
import org.consoleme.web.ClientAddress;
import org.consoleme.web.WebSettings;
import org.consoleme.web.errors.AnswerException;
import org.junit.jupiter.api.Test;

class CliCallersTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final UserId ALICE = new UserId("alice@example.com");
    private static final java.util.Set<GroupName> DEVS = java.util.Set.of(new GroupName("devs"));

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemorySignIns signIns = new InMemorySignIns();
    private final MapConfiguration configuration =
            MapConfiguration.empty()
                    .with("jwt_secret", "a-secret-for-tests-of-at-least-32-bytes")
                    .with("auth.trusted_proxies", List.of("10.0.0.0/8"));
    private final IdentitySettings settings = IdentitySettings.from(configuration);
    private final Sessions sessions =
            new Sessions(
                    new HmacTokens(settings, clock),
                    new Revocations(new InMemoryEphemeral(clock), clock),
                    settings,
                    clock);

    @Test
    void aTerminalsTokenTakesTheGroupsOfTheLastWebSignIn() {
        signIns.remember(ALICE, DEVS, NOON);
        CliCaller caller = callers().of(cookie("consoleme_cli=" + weep()).get());

        assertThat(caller.caller().user()).isEqualTo(ALICE);
        assertThat(caller.caller().groups()).isEqualTo(DEVS);
        assertThat(caller.caller().proof()).isEqualTo(Proof.WEEP_TOKEN);
        assertThat(caller.caller().authenticatedAt()).isEqualTo(NOON);
    }

    @Test
    void aBrowsersCookieFromConsoleMeIsTakenWithItsGroups() {
        String web = sessions.web(ALICE, DEVS).encoded();

        assertThat(callers().of(cookie("consoleme_auth=" + web).get()).caller().groups())
                .isEqualTo(DEVS);
    }

    /** Any other code would leave weep stuck with a token that it keeps sending. */
    @Test
    void lg16_groupsThatAreTooOldEndTheTerminalsSignIn() {
        assertProblem(cookie("consoleme_cli=" + weep()), new Problem.Unauthenticated(true));
    }

    @Test
    void aCookieThatIsThereAndBadIsToldFromNone() {
        assertProblem(new FakeRequest("/", "192.0.2.1"), new Problem.Unauthenticated(false));
        assertProblem(cookie("consoleme_cli="), new Problem.Unauthenticated(true));
        assertProblem(cookie("consoleme_cli=x.y.z"), new Problem.Unauthenticated(true));
    }

    @Test
    void ofTwoCookiesTheGoodOneWins() {
        signIns.remember(ALICE, DEVS, NOON);

        assertThat(
                        callers()
                                .of(cookie("consoleme_cli=bad; consoleme_cli=" + weep()).get())
                                .caller()
                                .user())
                .isEqualTo(ALICE);
    }

    @Test
    void mt05_certificateHeadersCountFromTrustedProxiesAlone() {
        withSubjectHeaders();
        signIns.remember(ALICE, DEVS, NOON);

        assertThat(callers().of(certificate("10.0.0.1", "CN=alice@example.com").get()).caller())
                .satisfies(
                        caller -> {
                            assertThat(caller.user()).isEqualTo(ALICE);
                            assertThat(caller.proof()).isEqualTo(Proof.CERTIFICATE);
                            assertThat(caller.authenticatedAt())
                                    .isEqualTo(NOON.minus(Duration.ofDays(1)));
                        });
        assertThatThrownBy(
                        () -> callers().of(certificate("192.0.2.1", "CN=alice@example.com").get()))
                .isInstanceOf(AnswerException.class);
    }

    /** One of the two is the client's own, whatever its place. */
    @Test
    void mt05_aCertificateHeaderThatComesTwiceCountsForNobody() {
        withSubjectHeaders();
        signIns.remember(ALICE, DEVS, NOON);
        FakeRequest twice =
                certificate("10.0.0.1", "CN=alice@example.com").header("subject", "CN=bob");

        assertThatThrownBy(() -> callers().of(twice.get())).isInstanceOf(AnswerException.class);
    }

    @Test
    void requiredHeadersMustBeEqual() {
        withSubjectHeaders();
        signIns.remember(ALICE, DEVS, NOON);
        FakeRequest request = unverified("10.0.0.1", "CN=alice@example.com");

        assertThatThrownBy(() -> callers().of(request.get())).isInstanceOf(AnswerException.class);
        assertThat(callers().of(request.header("verified", "SUCCESS").get()).caller().user())
                .isEqualTo(ALICE);
    }

    @Test
    void aCertificateInAHeaderWithoutAWordOfTheProxysStopsTheStart() {
        withSubjectHeaders();
        configuration.with("cli_auth.required_headers", List.of());

        assertThatThrownBy(this::callers).hasMessageContaining("cli_auth.required_headers");
    }

    @Test
    void d13_aCertificateBesideSomebodyElsesSessionIsRefused() {
        withSubjectHeaders();
        signIns.remember(ALICE, DEVS, NOON);
        String bob = sessions.web(new UserId("bob@example.com"), DEVS).encoded();
        FakeRequest request =
                certificate("10.0.0.1", "CN=alice@example.com")
                        .header("Cookie", "consoleme_auth=" + bob);

        assertThatThrownBy(() -> callers().of(request.get()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.Forbidden.class));
    }

    @Test
    void mt01_whereCertificatesAreRequiredACookieAloneIsNotEnough() {
        withSubjectHeaders();
        signIns.remember(ALICE, DEVS, NOON);

        assertThatThrownBy(() -> callers().of(cookie("consoleme_cli=" + weep()).get()))
                .isInstanceOf(AnswerException.class);
    }

    @Test
    void d43_applicationsAreNoPeople() {
        withSubjectHeaders();
        configuration.with("cli_auth.applications", Map.of("Billing.svc", (Object) "billing"));
        CliCaller caller = callers().of(certificate("10.0.0.1", "CN=billing.svc").get());

        assertThat(caller.caller().application()).isTrue();
        assertThat(caller.caller().user()).isEqualTo(new UserId("application/billing"));
        assertThatThrownBy(caller::person).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> caller.personOrOneOf(Set.of("other")))
                .isInstanceOf(ProblemException.class);
        assertThat(caller.personOrOneOf(Set.of("billing"))).isSameAs(caller.caller());
    }

    @Test
    void mt02_aSubjectThatNamesNobodyIsRefused() {
        withSubjectHeaders();

        for (String subject : List.of("O=Example", "not a name", "", "CN=Application/billing")) {
            assertThatThrownBy(() -> callers().of(certificate("10.0.0.1", subject).get()))
                    .isInstanceOf(AnswerException.class);
        }
    }

    /** 905 says that the certificate is to be renewed, which would not help. */
    @Test
    void mt02_whoseGroupsAreNotKnownIsRefusedAndToldToSignIn() {
        withSubjectHeaders();

        assertThatThrownBy(
                        () -> callers().of(certificate("10.0.0.1", "CN=alice@example.com").get()))
                .isInstanceOfSatisfying(
                        AnswerException.class,
                        e -> {
                            assertThat(e.answer().code()).isEqualTo("403");
                            assertThat(e.answer().message()).contains("Sign in");
                        });
    }

    @Test
    void theAddressInTheSubjectGoesBeforeTheCommonName() {
        assertThat(
                        ClientCertificate.ofSubject(
                                        "emailAddress=alice@example.com,CN=Alice,O=Example", NOON)
                                .email())
                .isEqualTo(Optional.of("alice@example.com"));
    }

    @Test
    void defaultsArePinned() {
        assertThat(CliSettings.from(MapConfiguration.empty()))
                .isEqualTo(
                        new CliSettings(
                                false,
                                Map.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of(),
                                Set.of()));
        assertThatThrownBy(
                        () ->
                                CliSettings.from(
                                        MapConfiguration.empty().with("auth.require_jwt", false)))
                .isInstanceOf(ProblemException.class);
    }

    private void withSubjectHeaders() {
        configuration
                .with("auth.require_mtls", true)
                .with("cli_auth.required_headers", List.of(Map.of("verified", (Object) "SUCCESS")))
                .with("cli_auth.subject_header", "subject")
                .with("cli_auth.not_before_header", "since");
    }

    private static FakeRequest certificate(String peer, String subject) {
        return unverified(peer, subject).header("verified", "SUCCESS");
    }

    private static FakeRequest unverified(String peer, String subject) {
        return new FakeRequest("/", peer)
                .header("subject", subject)
                .header("since", Long.toString(NOON.minus(Duration.ofDays(1)).getEpochSecond()));
    }

    private String weep() {
        return sessions.weep(ALICE, "id", NOON).encoded();
    }

    private static FakeRequest cookie(String header) {
        return new FakeRequest("/", "192.0.2.1").header("Cookie", header);
    }

    private void assertProblem(FakeRequest request, Problem expected) {
        assertThatThrownBy(() -> callers().of(request.get()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(expected));
    }

    private CliCallers callers() {
        WebSettings web = WebSettings.from(configuration);
        CliSettings cli = CliSettings.from(configuration);
        ClientAddress addresses = new ClientAddress(web);
        return new CliCallers(
                web,
                cli,
                sessions,
                GroupsFixture.withoutDirectory(signIns, settings, clock),
                new Certificates(cli, addresses, clock),
                addresses);
    }
}
