package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.consoleme.testing.SomeGrants.open;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.audit.Outcome;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.fakes.InMemoryOutbox;
import org.consoleme.identity.Caller;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.Callers;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class PrepareRevokeTest {
    private static final Caller LEAD = Callers.web("lead@example.com");
    private static final Caller BO = Callers.web("bo@example.com");

    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final InMemoryGrants grants =
            new InMemoryGrants(new InMemoryAuditTrail(), new InMemoryOutbox());
    private final Grant grant =
            open(
                    grants,
                    "g-0",
                    "ana@example.com",
                    "arn:aws:iam::200000000002:role/reader",
                    clock.instant(),
                    Duration.ofHours(1));
    private final LiveGrants known = new LiveGrants(grants, clock);
    private final PrepareRevoke prepare =
            new PrepareRevoke(
                    new GrantEnding(
                            grants,
                            known,
                            role -> Duration.ofHours(1),
                            StillEligibleFixture.byGrants(known, clock),
                            audit,
                            clock),
                    (caller, any) -> caller.equals(LEAD));

    private Problem problem(Caller caller, String id) {
        return catchThrowableOfType(
                        ProblemException.class, () -> prepare.handle(caller, new GrantId(id)))
                .problem();
    }

    @Test
    void whoMaySeesTheGrantAndNothingIsWritten() {
        assertThat(prepare.handle(LEAD, grant.id())).isEqualTo(grant);
        assertThat(grants.find(grant.id())).contains(grant);
        assertThat(audit.events()).isEmpty();
    }

    @Test
    void whoMayNotIsInTheAuditTrailAsIfTheyHadTried() {
        assertThat(problem(BO, "g-0")).isEqualTo(new Problem.NotFound("grant", ""));
        assertThat(problem(LEAD, "g-1")).isEqualTo(new Problem.NotFound("grant", ""));

        assertThat(audit.events())
                .hasSize(2)
                .allSatisfy(
                        row -> {
                            assertThat(row.outcome()).isEqualTo(Outcome.DENIED);
                            assertThat(row.reason()).isEqualTo(Optional.of("NotFound"));
                            assertThat(row.details()).containsEntry("command", "revoke");
                        });
    }

    @Test
    void whatIsOverCannotBeRevokedAnyMore() {
        clock.advance(Duration.ofHours(1));

        assertThat(problem(LEAD, "g-0")).isEqualTo(new Problem.Conflict("It ended at its time."));
        assertThat(audit.events()).hasSize(1);
    }
}
