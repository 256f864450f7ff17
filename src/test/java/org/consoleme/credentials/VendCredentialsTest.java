package org.consoleme.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.credentials.VendingDesk.ARN;
import static org.consoleme.credentials.VendingDesk.ENGINEER;
import static org.consoleme.credentials.VendingDesk.as;
import static org.consoleme.credentials.VendingDesk.asked;

import java.time.Duration;
import java.util.Map;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Proof;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;

class VendCredentialsTest {
    private final VendingDesk desk = new VendingDesk();

    @Test
    void keysAreForTheRoleThatTheWordsMatch() {
        // When
        TemporaryCredentials keys =
                desk.vend(Map.of(), false).handle(ENGINEER, asked("billing-reader"));
        // Then
        assertThat(keys.role()).hasToString(ARN);
        assertThat(desk.broker.last().sessionName()).isEqualTo("engineer@example.com");
        assertThat(desk.broker.last().lifetime()).isEqualTo(Duration.ofHours(1));
        assertThat(desk.broker.last().sessionPolicy()).isEmpty();
    }

    @Test
    void anAuditRowIsThereBeforeTheKeysLeave() {
        // Given
        desk.audit.failsWith(new Problem.Unavailable("The audit trail", Duration.ofSeconds(1)));
        // When, Then
        assertThatThrownBy(
                        () -> desk.vend(Map.of(), false).handle(ENGINEER, asked("billing-reader")))
                .hasMessageContaining("audit trail");
    }

    @Test
    void theAuditRowNamesRoleAndSessionAndNoKey() {
        // When
        desk.vend(Map.of(), false).handle(ENGINEER, asked("billing-reader"));
        // Then
        AuditEvent event = desk.audit.events().getFirst();
        assertThat(event.subject()).isEqualTo(ARN);
        assertThat(event.outcome()).isEqualTo(Outcome.DONE);
        assertThat(event.details()).containsEntry("sessionName", "engineer@example.com");
        assertThat(event.toString()).doesNotContain("ASIA").doesNotContain("hush");
    }

    @Test
    void aRefusalIsAuditedAsDenied() {
        // When
        assertThatThrownBy(() -> desk.vend(Map.of(), false).handle(ENGINEER, asked("nosuch")))
                .isInstanceOf(ProblemException.class);
        // Then
        assertThat(desk.audit.events())
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo(Outcome.DENIED))
                .satisfies(event -> assertThat(event.reason()).contains("NotFound"));
    }

    @Test
    void whatStsRefusesIsAuditedAsFailedWithItsCode() {
        // Given
        desk.broker.failsWith(new Problem.Refused("AWS", "AccessDenied"));
        // When
        assertThatThrownBy(
                        () -> desk.vend(Map.of(), false).handle(ENGINEER, asked("billing-reader")))
                .hasMessageContaining("AccessDenied");
        // Then
        assertThat(desk.audit.events().getFirst().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(desk.audit.events().getFirst().reason()).contains("AWS: AccessDenied");
    }

    @Test
    void theConfigurationSaysWhatOwnersOfOldCertificatesRead() {
        // Given
        desk.clock.advance(Duration.ofDays(2));
        Map<String, Object> keys =
                Map.of(
                        "credentials.max_proof_age_days",
                        1,
                        "errors.custom_max_cert_age_message",
                        "Run renew-cert.");
        Caller owner = as(ENGINEER, Proof.CERTIFICATE);
        // When, Then
        assertThatThrownBy(() -> desk.vend(keys, false).handle(owner, asked("billing-reader")))
                .hasMessageContaining("Run renew-cert.");
    }
}
