package org.consoleme.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.testing.Roles.role;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.access.CurrentIndex;
import org.consoleme.access.FindRole;
import org.consoleme.access.RoleQuery;
import org.consoleme.access.RoleTagEligibility;
import org.consoleme.access.Surface;
import org.consoleme.access.UnitedEligibleRoles;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Proof;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Secret;
import org.consoleme.testing.Callers;
import org.consoleme.testing.Roles;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class VendCredentialsTest {
    private static final String ARN = "arn:aws:iam::200000000002:role/billing-reader";
    private static final Caller ENGINEER = Callers.web("Engineer@example.com", "finops");

    private static final Caller APPLICATION =
            as(Callers.web("application/billing", "finops"), Proof.APPLICATION_CERTIFICATE);

    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final RecordingBroker broker = new RecordingBroker();

    @Test
    void keysAreForTheRoleThatTheWordsMatch() {
        // When
        TemporaryCredentials keys = vend(Map.of(), false).handle(ENGINEER, asked("billing-reader"));
        // Then
        assertThat(keys.role()).hasToString(ARN);
        assertThat(broker.last().sessionName()).isEqualTo("engineer@example.com");
        assertThat(broker.last().lifetime()).isEqualTo(Duration.ofHours(1));
        assertThat(broker.last().sessionPolicy()).isEmpty();
    }

    @Test
    void anAuditRowIsThereBeforeTheKeysLeave() {
        // Given
        audit.failsWith(new Problem.Unavailable("The audit trail", Duration.ofSeconds(1)));
        // When, Then
        assertThatThrownBy(() -> vend(Map.of(), false).handle(ENGINEER, asked("billing-reader")))
                .hasMessageContaining("audit trail");
    }

    @Test
    void theAuditRowNamesRoleAndSessionAndNoKey() {
        // When
        vend(Map.of(), false).handle(ENGINEER, asked("billing-reader"));
        // Then
        AuditEvent event = audit.events().getFirst();
        assertThat(event.subject()).isEqualTo(ARN);
        assertThat(event.outcome()).isEqualTo(Outcome.DONE);
        assertThat(event.details()).containsEntry("sessionName", "engineer@example.com");
        assertThat(event.toString()).doesNotContain("ASIA").doesNotContain("hush");
    }

    @Test
    void aRefusalIsAuditedAsDenied() {
        // When
        assertThatThrownBy(() -> vend(Map.of(), false).handle(ENGINEER, asked("nosuch")))
                .isInstanceOf(ProblemException.class);
        // Then
        assertThat(audit.events())
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo(Outcome.DENIED))
                .satisfies(event -> assertThat(event.reason()).contains("NotFound"));
    }

    @Test
    void whatStsRefusesIsAuditedAsFailedWithItsCode() {
        // Given
        broker.failsWith(new Problem.Refused("AWS", "AccessDenied"));
        // When
        assertThatThrownBy(() -> vend(Map.of(), false).handle(ENGINEER, asked("billing-reader")))
                .hasMessageContaining("AccessDenied");
        // Then
        assertThat(audit.events().getFirst().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(audit.events().getFirst().reason()).contains("AWS: AccessDenied");
    }

    @Test
    void theLengthIsCappedByTheRolesMaximum() {
        vend(Map.of("aws.session_duration", 36_000), false)
                .handle(ENGINEER, asked("billing-reader"));
        assertThat(broker.last().lifetime()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void chainedRolesLastAnHourAtMost() {
        vend(Map.of("aws.session_duration", 14_400), true)
                .handle(ENGINEER, asked("billing-reader"));
        assertThat(broker.last().lifetime()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aLengthForTheRoleWinsOverTheUsualOneAndAUsersBoundOverBoth() {
        Map<String, Object> keys =
                Map.of(
                        "credentials.role_durations", Map.of(ARN, 7200, "billing-reader", 1800),
                        "credentials.user_durations", Map.of("finops", 3600));
        vend(keys, false).handle(ENGINEER, asked("billing-reader"));
        assertThat(broker.last().lifetime()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aLengthOutsideOfStsBoundsIsRefused() {
        VendRequest request =
                new VendRequest(
                        RoleQuery.of("billing-reader", Surface.CLI),
                        Optional.of(Duration.ofMinutes(5)),
                        false,
                        List.of());
        assertThatThrownBy(() -> vend(Map.of(), false).handle(ENGINEER, request))
                .hasMessageContaining("900 to 43200");
    }

    @Test
    void theSessionPolicyDeniesOtherAddressesButNotAwsServices() {
        vend(Map.of("aws.ip_restrictions", List.of("192.0.2.0/24")), false)
                .handle(ENGINEER, asked("billing-reader"));
        assertThat(broker.last().sessionPolicy())
                .hasValueSatisfying(
                        policy ->
                                assertThat(policy)
                                        .contains("\"aws:SourceIp\":[\"192.0.2.0/24\"]")
                                        .contains("\"Bool\":{\"aws:ViaAWSService\":\"false\"}")
                                        .contains("\"Effect\":\"Allow\""));
    }

    @Test
    void withoutASecondFactorTheAddressesAreNeverLeftOut() {
        VendRequest request =
                new VendRequest(
                        RoleQuery.of("billing-reader", Surface.CLI),
                        Optional.empty(),
                        true,
                        List.of());
        assertThatThrownBy(() -> vend(Map.of(), false).handle(ENGINEER, request))
                .hasMessageContaining("NotConfigured");
    }

    @Test
    void aSignInOlderThanAllowedIsNotEnough() {
        // Given
        clock.advance(Duration.ofDays(2));
        Map<String, Object> keys = Map.of("credentials.max_proof_age_days", 1);
        // When, Then
        assertThatThrownBy(() -> vend(keys, false).handle(ENGINEER, asked("billing-reader")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.StepUpRequired.class));
    }

    /** Rules for people are not for programs (weep's contract, 7.3). */
    @Test
    void anApplicationHasNoAgeNoSecondFactorAndItsOwnAddresses() {
        // Given
        clock.advance(Duration.ofDays(900));
        Map<String, Object> keys =
                Map.of(
                        "credentials.max_proof_age_days",
                        1,
                        "aws.ip_restrictions",
                        List.of("192.0.2.0/24"));
        // When
        vend(keys, false).handle(APPLICATION, application(true, List.of("198.51.100.7/32")));
        // Then
        assertThat(broker.last().sessionName()).isEqualTo("billing");
        assertThat(broker.last().sessionPolicy())
                .hasValueSatisfying(
                        policy ->
                                assertThat(policy)
                                        .contains("[\"198.51.100.7/32\"]")
                                        .doesNotContain("192.0.2.0"));
    }

    @Test
    void anApplicationWithoutAddressesOfItsOwnHasNone() {
        vend(Map.of("aws.ip_restrictions", List.of("192.0.2.0/24")), false)
                .handle(APPLICATION, application(false, List.of()));
        assertThat(broker.last().sessionPolicy()).isEmpty();
    }

    @Test
    void anAddressRangeThatIsNoneNeverReachesAPolicy() {
        assertThatThrownBy(() -> application(false, List.of("10.0.0.0/8\"],\"x\":[\"")))
                .hasMessageContaining("custom_ip_restrictions");
    }

    @Test
    void theConfigurationSaysWhatOwnersOfOldCertificatesRead() {
        // Given
        clock.advance(Duration.ofDays(2));
        Map<String, Object> keys =
                Map.of(
                        "credentials.max_proof_age_days",
                        1,
                        "errors.custom_max_cert_age_message",
                        "Run renew-cert.");
        Caller owner = as(ENGINEER, Proof.CERTIFICATE);
        // When, Then
        assertThatThrownBy(() -> vend(keys, false).handle(owner, asked("billing-reader")))
                .hasMessageContaining("Run renew-cert.");
    }

    private static Caller as(Caller caller, Proof proof) {
        return new Caller(
                caller.user(), caller.groups(), proof, caller.authenticatedAt(), caller.origin());
    }

    private static VendRequest application(boolean noIp, List<String> ranges) {
        return new VendRequest(RoleQuery.of(ARN, Surface.CLI), Optional.empty(), noIp, ranges);
    }

    private static VendRequest asked(String words) {
        return VendRequest.of(RoleQuery.of(words, Surface.CLI));
    }

    private VendCredentials vend(Map<String, Object> keys, boolean chained) {
        InMemoryAccountIndexes stored = new InMemoryAccountIndexes();
        stored.publish(Roles.account("200000000002", role(ARN, Set.of("finops"), Set.of())));
        CurrentIndex index = new CurrentIndex(stored, new InMemoryAccounts());
        index.refresh();
        CredentialSettings settings = CredentialSettings.from(new MapConfiguration(keys));
        return new VendCredentials(
                VendForTests.withoutGrants(
                        new FindRole(
                                new UnitedEligibleRoles(
                                        List.of(new RoleTagEligibility(index)), index),
                                new InMemoryAccounts()),
                        clock),
                new SessionMaker(
                        settings,
                        new SessionLength(settings, () -> chained),
                        new SharedFlights(broker),
                        clock),
                new SessionAudit(audit, clock));
    }

    private final class RecordingBroker implements CredentialBroker {
        private Optional<Problem> problem = Optional.empty();
        private AssumeRole last;

        void failsWith(Problem problem) {
            this.problem = Optional.of(problem);
        }

        AssumeRole last() {
            return last;
        }

        @Override
        public TemporaryCredentials assume(AssumeRole request) {
            problem.ifPresent(
                    p -> {
                        throw p.asException();
                    });
            last = request;
            return new TemporaryCredentials(
                    request.role(),
                    "ASIAEXAMPLE",
                    new Secret("hush-key"),
                    new Secret("hush-token"),
                    clock.instant().plus(request.lifetime()));
        }
    }
}
