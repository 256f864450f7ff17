package org.consoleme.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.Grant;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.testing.Callers;
import org.consoleme.testing.Problems;
import org.consoleme.testing.SettableClock;
import org.consoleme.testing.SomeGrants;

/** Ana, to whom roles are granted at noon, and a node that issues what she has. */
final class GrantedAna {
    static final Caller ANA = Callers.web("ana@example.com", "finops");
    static final Duration HOUR = Duration.ofHours(1);

    final SettableClock clock = SettableClock.atNoon();
    final Instant noon = clock.instant();
    final InMemoryGrants stored = new InMemoryGrants();
    final GrantedNode node = anotherNode(Map.of(), false);

    void assertNothingIsIssued() {
        int before = node.asked.size();
        assertThat(Problems.of(() -> node.vend(ANA, "reader", Optional.empty())))
                .isEqualTo(new Problem.NotFound("role", "reader"));
        assertThat(Problems.of(() -> node.open(ANA, "reader")))
                .isEqualTo(new Problem.NotFound("role", "reader"));
        assertThat(node.asked).hasSize(before);
    }

    Grant granted(String id, String role, Duration length) {
        Grant grant = SomeGrants.open(stored, id, "ana@example.com", role, noon, length);
        node.known.refresh();
        return grant;
    }

    void ended(Grant grant, Grant.How how) {
        SomeGrants.end(stored, grant, "bo@example.com", clock.instant(), how);
    }

    GrantedNode anotherNode(Map<String, Object> keys, boolean chained) {
        return new GrantedNode(stored, clock, keys, chained);
    }

    static Optional<String> ending(String end) {
        return SessionPolicy.of(List.of(), Optional.of(Instant.parse(end)));
    }
}
