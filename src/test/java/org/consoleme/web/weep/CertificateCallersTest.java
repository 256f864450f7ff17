package org.consoleme.web.weep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.web.weep.CliDoor.ALICE;
import static org.consoleme.web.weep.CliDoor.DEVS;
import static org.consoleme.web.weep.CliDoor.NOON;
import static org.consoleme.web.weep.CliDoor.certificate;
import static org.consoleme.web.weep.CliDoor.cookie;
import static org.consoleme.web.weep.CliDoor.unverified;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.identity.Proof;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UserId;
import org.consoleme.testing.FakeRequest;
import org.consoleme.web.errors.AnswerException;
import org.junit.jupiter.api.Test;

/**
 * Who is known by a certificate that a proxy checked, and who is not; ids of weep's contract in the
 * names.
 */
class CertificateCallersTest {
    private final CliDoor door = new CliDoor();

    @Test
    void mt05_certificateHeadersCountFromTrustedProxiesAlone() {
        door.withSubjectHeaders();
        door.signIns.remember(ALICE, DEVS, NOON);

        assertThat(
                        door.callers()
                                .of(certificate("10.0.0.1", "CN=alice@example.com").get())
                                .caller())
                .satisfies(
                        caller -> {
                            assertThat(caller.user()).isEqualTo(ALICE);
                            assertThat(caller.proof()).isEqualTo(Proof.CERTIFICATE);
                            assertThat(caller.authenticatedAt())
                                    .isEqualTo(NOON.minus(Duration.ofDays(1)));
                        });
        assertThatThrownBy(
                        () ->
                                door.callers()
                                        .of(certificate("192.0.2.1", "CN=alice@example.com").get()))
                .isInstanceOf(AnswerException.class);
    }

    /** One of the two is the client's own, whatever its place. */
    @Test
    void mt05_aCertificateHeaderThatComesTwiceCountsForNobody() {
        door.withSubjectHeaders();
        door.signIns.remember(ALICE, DEVS, NOON);
        FakeRequest twice =
                certificate("10.0.0.1", "CN=alice@example.com").header("subject", "CN=bob");

        assertThatThrownBy(() -> door.callers().of(twice.get()))
                .isInstanceOf(AnswerException.class);
    }

    @Test
    void requiredHeadersMustBeEqual() {
        door.withSubjectHeaders();
        door.signIns.remember(ALICE, DEVS, NOON);
        FakeRequest request = unverified("10.0.0.1", "CN=alice@example.com");

        assertThatThrownBy(() -> door.callers().of(request.get()))
                .isInstanceOf(AnswerException.class);
        assertThat(door.callers().of(request.header("verified", "SUCCESS").get()).caller().user())
                .isEqualTo(ALICE);
    }

    @Test
    void aCertificateInAHeaderWithoutAWordOfTheProxysStopsTheStart() {
        door.withSubjectHeaders();
        door.configuration.with("cli_auth.required_headers", List.of());

        assertThatThrownBy(door::callers).hasMessageContaining("cli_auth.required_headers");
    }

    @Test
    void d13_aCertificateBesideSomebodyElsesSessionIsRefused() {
        door.withSubjectHeaders();
        door.signIns.remember(ALICE, DEVS, NOON);
        String bob = door.sessions.web(new UserId("bob@example.com"), DEVS).encoded();
        FakeRequest request =
                certificate("10.0.0.1", "CN=alice@example.com")
                        .header("Cookie", "consoleme_auth=" + bob);

        assertThatThrownBy(() -> door.callers().of(request.get()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.Forbidden.class));
    }

    @Test
    void mt01_whereCertificatesAreRequiredACookieAloneIsNotEnough() {
        door.withSubjectHeaders();
        door.signIns.remember(ALICE, DEVS, NOON);

        assertThatThrownBy(() -> door.callers().of(cookie("consoleme_cli=" + door.weep()).get()))
                .isInstanceOf(AnswerException.class);
    }

    @Test
    void d43_applicationsAreNoPeople() {
        door.withSubjectHeaders();
        door.configuration.with("cli_auth.applications", Map.of("Billing.svc", (Object) "billing"));
        CliCaller caller = door.callers().of(certificate("10.0.0.1", "CN=billing.svc").get());

        assertThat(caller.caller().application()).isTrue();
        assertThat(caller.caller().user()).isEqualTo(new UserId("application/billing"));
        assertThatThrownBy(caller::person).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> caller.personOrOneOf(Set.of("other")))
                .isInstanceOf(ProblemException.class);
        assertThat(caller.personOrOneOf(Set.of("billing"))).isSameAs(caller.caller());
    }

    @Test
    void mt02_aSubjectThatNamesNobodyIsRefused() {
        door.withSubjectHeaders();

        for (String subject : List.of("O=Example", "not a name", "", "CN=Application/billing")) {
            assertThatThrownBy(() -> door.callers().of(certificate("10.0.0.1", subject).get()))
                    .isInstanceOf(AnswerException.class);
        }
    }

    /** 905 says that the certificate is to be renewed, which would not help. */
    @Test
    void mt02_whoseGroupsAreNotKnownIsRefusedAndToldToSignIn() {
        door.withSubjectHeaders();

        assertThatThrownBy(
                        () ->
                                door.callers()
                                        .of(certificate("10.0.0.1", "CN=alice@example.com").get()))
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
}
