package org.consoleme.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.credentials.VendingDesk.ARN;
import static org.consoleme.credentials.VendingDesk.ENGINEER;
import static org.consoleme.credentials.VendingDesk.asked;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.RoleQuery;
import org.consoleme.access.Surface;
import org.junit.jupiter.api.Test;

/** Of all bounds on how long keys last the shortest counts. */
class HowLongKeysLastTest {
    private final VendingDesk desk = new VendingDesk();

    @Test
    void theLengthIsCappedByTheRolesMaximum() {
        desk.vend(Map.of("aws.session_duration", 36_000), false)
                .handle(ENGINEER, asked("billing-reader"));
        assertThat(desk.broker.last().lifetime()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void chainedRolesLastAnHourAtMost() {
        desk.vend(Map.of("aws.session_duration", 14_400), true)
                .handle(ENGINEER, asked("billing-reader"));
        assertThat(desk.broker.last().lifetime()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aLengthForTheRoleWinsOverTheUsualOneAndAUsersBoundOverBoth() {
        Map<String, Object> keys =
                Map.of(
                        "credentials.role_durations", Map.of(ARN, 7200, "billing-reader", 1800),
                        "credentials.user_durations", Map.of("finops", 3600));
        desk.vend(keys, false).handle(ENGINEER, asked("billing-reader"));
        assertThat(desk.broker.last().lifetime()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aLengthOutsideOfStsBoundsIsRefused() {
        VendRequest request =
                new VendRequest(
                        RoleQuery.of("billing-reader", Surface.CLI),
                        Optional.of(Duration.ofMinutes(5)),
                        false,
                        List.of());
        assertThatThrownBy(() -> desk.vend(Map.of(), false).handle(ENGINEER, request))
                .hasMessageContaining("900 to 43200");
    }
}
