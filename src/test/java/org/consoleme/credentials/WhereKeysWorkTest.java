package org.consoleme.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.credentials.VendingDesk.APPLICATION;
import static org.consoleme.credentials.VendingDesk.ENGINEER;
import static org.consoleme.credentials.VendingDesk.application;
import static org.consoleme.credentials.VendingDesk.asked;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.RoleQuery;
import org.consoleme.access.Surface;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;

/** From which addresses keys work, and what somebody must have shown to get them. */
class WhereKeysWorkTest {
    private final VendingDesk desk = new VendingDesk();

    @Test
    void theSessionPolicyDeniesOtherAddressesButNotAwsServices() {
        desk.vend(Map.of("aws.ip_restrictions", List.of("192.0.2.0/24")), false)
                .handle(ENGINEER, asked("billing-reader"));
        assertThat(desk.broker.last().sessionPolicy())
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
        assertThatThrownBy(() -> desk.vend(Map.of(), false).handle(ENGINEER, request))
                .hasMessageContaining("NotConfigured");
    }

    @Test
    void aSignInOlderThanAllowedIsNotEnough() {
        // Given
        desk.clock.advance(Duration.ofDays(2));
        Map<String, Object> keys = Map.of("credentials.max_proof_age_days", 1);
        // When, Then
        assertThatThrownBy(() -> desk.vend(keys, false).handle(ENGINEER, asked("billing-reader")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.StepUpRequired.class));
    }

    /** Rules for people are not for programs (weep's contract, 7.3). */
    @Test
    void anApplicationHasNoAgeNoSecondFactorAndItsOwnAddresses() {
        // Given
        desk.clock.advance(Duration.ofDays(900));
        Map<String, Object> keys =
                Map.of(
                        "credentials.max_proof_age_days",
                        1,
                        "aws.ip_restrictions",
                        List.of("192.0.2.0/24"));
        // When
        desk.vend(keys, false).handle(APPLICATION, application(true, List.of("198.51.100.7/32")));
        // Then
        assertThat(desk.broker.last().sessionName()).isEqualTo("billing");
        assertThat(desk.broker.last().sessionPolicy())
                .hasValueSatisfying(
                        policy ->
                                assertThat(policy)
                                        .contains("[\"198.51.100.7/32\"]")
                                        .doesNotContain("192.0.2.0"));
    }

    @Test
    void anApplicationWithoutAddressesOfItsOwnHasNone() {
        desk.vend(Map.of("aws.ip_restrictions", List.of("192.0.2.0/24")), false)
                .handle(APPLICATION, application(false, List.of()));
        assertThat(desk.broker.last().sessionPolicy()).isEmpty();
    }

    @Test
    void anAddressRangeThatIsNoneNeverReachesAPolicy() {
        assertThatThrownBy(() -> application(false, List.of("10.0.0.0/8\"],\"x\":[\"")))
                .hasMessageContaining("custom_ip_restrictions");
    }
}
