package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.SomeGrants.open;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.accounts.ManagementAccounts;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.fakes.InMemoryOutbox;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.Authorities;
import org.consoleme.identity.Caller;
import org.consoleme.platform.config.DynamicConfigurationText;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.Callers;
import org.consoleme.testing.Roles;
import org.consoleme.testing.SettableClock;
import org.consoleme.testing.SomeGrants;
import org.junit.jupiter.api.Test;

/** Returning and revoking. */
class EndGrantTest {
    private static final String ROLE = "arn:aws:iam::200000000002:role/reader";
    private static final Caller ANA = Callers.web("Ana@example.com");
    private static final Caller BO = Callers.web("bo@example.com");
    private static final Caller ADMIN = Callers.web("admin@example.com", "policy-admins");
    private static final Caller LEAD = Callers.web("lead@example.com", "team-leads");
    private static final String RULES =
            """
            approval_rules:
            - name: leads decide
              match: {kinds: [role]}
              who_may_ask: [everybody]
              approvers: [team-leads]
            """;
    private static final GrantId ID = new GrantId("g-0");

    private final SettableClock clock = SettableClock.atNoon();
    private final Instant noon = clock.instant();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryGrants stored = new InMemoryGrants(audit, outbox);
    private final LiveGrants known = new LiveGrants(stored, clock);
    private Duration longest = Duration.ofHours(1);

    @Test
    void oneReturnsOnesOwnGrantAndItIsOverAtOnce() {
        // Given
        granted(Duration.ofHours(8));
        clock.advance(Duration.ofMinutes(5));
        // When
        EndedGrant ended = giveBack(ANA);
        // Then
        Grant record = stored.find(ID).orElseThrow();
        assertThat(record).isEqualTo(ended.grant());
        assertThat(record.live(clock.instant())).isFalse();
        assertThat(record.over()).isEqualTo(clock.instant());
        assertThat(record.closed().orElseThrow().how()).isEqualTo(Grant.How.RETURNED);
        assertThat(known.of(ANA.user())).isEmpty();
        assertThat(outbox.all())
                .filteredOn(event -> event.kind() == OutboxEvent.Kind.ANNOUNCE_GRANT)
                .hasSize(2);
    }

    @Test
    void theAnswerSaysHowLongIssuedKeysLiveOn() {
        // Given
        granted(Duration.ofHours(8));
        // When, Then
        assertThat(giveBack(ANA).keysUntil()).isEqualTo(noon.plus(Duration.ofHours(1)));
    }

    @Test
    void issuedKeysLiveNoLongerThanTheGrantWouldHave() {
        // Given
        longest = Duration.ofHours(12);
        granted(Duration.ofHours(8));
        // When, Then
        assertThat(giveBack(ANA).keysUntil()).isEqualTo(noon.plus(Duration.ofHours(8)));
    }

    @Test
    void issuedKeysMayCarryTheEndOfAnOverlappingGrant() {
        // Given
        longest = Duration.ofHours(12);
        open(stored, "g-1", "ana@example.com", ROLE, noon, Duration.ofHours(10));
        granted(Duration.ofHours(8));
        // When, Then
        assertThat(giveBack(ANA).keysUntil()).isEqualTo(noon.plus(Duration.ofHours(10)));
    }

    @Test
    void theAuditRowSaysWhoseGrantOfWhichRoleAndTillWhenKeysLive() {
        // Given
        granted(Duration.ofHours(8));
        audit.clear();
        // When
        giveBack(ANA);
        // Then
        AuditEvent row = audit.events().getFirst();
        assertThat(audit.events()).hasSize(1);
        assertThat(row.outcome()).isEqualTo(Outcome.DONE);
        assertThat(row.subject()).isEqualTo("g-0");
        assertThat(row.details())
                .containsEntry("command", "return")
                .containsEntry("user", "ana@example.com")
                .containsEntry("role", ROLE)
                .containsEntry("end", "2026-03-01T20:00:00Z")
                .containsEntry("keysUntil", "2026-03-01T13:00:00Z");
    }

    @Test
    void somebodyElsesGrantIsNoneToReturnAndTheAttemptIsAudited() {
        // Given
        granted(Duration.ofHours(8));
        audit.clear();
        // When
        Problem problem = problemOf(() -> giveBack(BO));
        // Then
        assertThat(problem).isEqualTo(new Problem.NotFound("grant", ""));
        assertThat(problem).isEqualTo(problemOf(() -> giveBackAnother(BO)));
        assertThat(audit.events().getFirst().outcome()).isEqualTo(Outcome.DENIED);
        assertThat(stored.find(ID).orElseThrow().live(clock.instant())).isTrue();
    }

    @Test
    void aPolicyAdministratorRevokesAndSaysWhy() {
        // Given
        granted(Duration.ofHours(8));
        audit.clear();
        // When
        EndedGrant ended = revoke(ADMIN, "incident 7");
        // Then
        assertThat(ended.grant().closed().orElseThrow())
                .isEqualTo(new Grant.Closed(ADMIN.user(), noon, Grant.How.REVOKED));
        assertThat(audit.events().getFirst().details())
                .containsEntry("command", "revoke")
                .containsEntry("because", "incident 7");
    }

    @Test
    void whoCouldApproveItMayTakeItAway() {
        // Given
        granted(Duration.ofHours(8));
        // When, Then
        assertThat(revoke(LEAD, "").grant().closed().orElseThrow().by()).isEqualTo(LEAD.user());
    }

    @Test
    void whoMayNotDecideForTheRoleCannotRevokeAndLearnsNothing() {
        // Given
        granted(Duration.ofHours(8));
        // When, Then
        assertThat(problemOf(() -> revoke(BO, ""))).isEqualTo(new Problem.NotFound("grant", ""));
        assertThat(stored.find(ID).orElseThrow().live(clock.instant())).isTrue();
    }

    @Test
    void aReasonHasABound() {
        granted(Duration.ofHours(8));
        assertThat(problemOf(() -> revoke(ADMIN, "x".repeat(2001))))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void aReasonThatLooksLikeASecretIsRefusedAndKeptNowhere() {
        granted(Duration.ofHours(8));
        audit.clear();
        assertThat(problemOf(() -> revoke(ADMIN, "leaked AKIAIOSFODNN7EXAMPLE")))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        problem -> assertThat(problem.field()).isEqualTo("reason"));
        assertThat(audit.events()).isEmpty();
        assertThat(stored.find(ID).orElseThrow().live(clock.instant())).isTrue();
    }

    @Test
    void whoComesSecondLearnsWhoWasFirst() {
        // Given
        granted(Duration.ofHours(8));
        giveBack(ANA);
        audit.clear();
        // When, Then
        assertThat(problemOf(() -> revoke(ADMIN, "")))
                .isEqualTo(new Problem.Conflict("Ana@example.com returned it already."));
        assertThat(audit.events().getFirst().outcome()).isEqualTo(Outcome.DENIED);
    }

    @Test
    void whoLosesTheRaceLearnsWhoWasFirst() {
        // Given
        Grant grant = granted(Duration.ofHours(8));
        MayRevoke meanwhile =
                (caller, any) -> {
                    SomeGrants.end(stored, grant, "ana@example.com", noon, Grant.How.RETURNED);
                    return true;
                };
        // When, Then
        assertThat(problemOf(() -> new RevokeGrant(ending(), meanwhile).handle(ADMIN, ID, "")))
                .isEqualTo(new Problem.Conflict("ana@example.com returned it already."));
    }

    @Test
    void aGrantThatRanOutCannotBeReturned() {
        // Given
        granted(Duration.ofHours(8));
        clock.advance(Duration.ofHours(8));
        // When, Then
        assertThat(problemOf(() -> giveBack(ANA)))
                .isEqualTo(new Problem.Conflict("It ended at its time."));
    }

    @Test
    void withTheStoreAwayNothingIsSaidToBeReturned() {
        // Given
        granted(Duration.ofHours(8));
        audit.clear();
        stored.failsWith(new Problem.Unavailable("DynamoDB", Duration.ofSeconds(1)));
        // When, Then
        assertThat(problemOf(() -> giveBack(ANA))).isInstanceOf(Problem.Unavailable.class);
        assertThat(audit.events().getFirst().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(known.of(ANA.user())).hasSize(1);
    }

    private Grant granted(Duration length) {
        Grant grant = open(stored, "g-0", "ana@example.com", ROLE, noon, length);
        known.refresh();
        return grant;
    }

    private EndedGrant giveBack(Caller caller) {
        return new ReturnGrant(ending()).handle(caller, ID);
    }

    private EndedGrant giveBackAnother(Caller caller) {
        return new ReturnGrant(ending()).handle(caller, new GrantId("no-such-grant"));
    }

    private EndedGrant revoke(Caller caller, String because) {
        DynamicConfiguration dynamic = DynamicConfigurationText.parsed(RULES, "ann", Instant.EPOCH);
        Authorities authorities =
                new Authorities(
                        MapConfiguration.empty()
                                .with("groups.can_admin_policies", List.of("policy-admins")),
                        () -> dynamic);
        InMemoryAccounts accounts = new InMemoryAccounts();
        InMemoryAccountIndexes indexes = new InMemoryAccountIndexes();
        indexes.publish(Roles.account("200000000002", Roles.role(ROLE, Set.of(), Set.of())));
        CurrentIndex index = new CurrentIndex(indexes, accounts);
        index.refresh();
        ApprovalRules rules =
                new ApprovalRules(
                        () -> dynamic,
                        authorities,
                        accounts,
                        index,
                        new PlaceRisk(ManagementAccounts.NONE));
        return new RevokeGrant(ending(), new ApproversMayRevoke(rules, authorities))
                .handle(caller, ID, because);
    }

    private GrantEnding ending() {
        return new GrantEnding(
                stored,
                known,
                role -> longest,
                StillEligibleFixture.byGrants(known, clock),
                audit,
                clock);
    }

    private static Problem problemOf(Runnable work) {
        Optional<Problem> problem = Optional.empty();
        try {
            work.run();
        } catch (ProblemException e) {
            problem = Optional.of(e.problem());
        }
        assertThat(problem).isPresent();
        return problem.orElseThrow();
    }
}
