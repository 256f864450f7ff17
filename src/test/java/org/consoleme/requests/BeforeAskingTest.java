package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.BOB;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.D;
import static org.consoleme.requests.RequestSamples.LIVE;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.access.AskedFor;
import org.consoleme.access.Grant;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.AuditEvent.GrantChanged;
import org.consoleme.audit.Outcome;
import org.consoleme.identity.Caller;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.policies.Risk;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.testing.Callers;
import org.junit.jupiter.api.Test;

/** What is said before anybody asks, and asking again for what one has. */
class BeforeAskingTest {
    private static final Caller STRANGER = Callers.web("eve@example.com");
    private static final PolicyDocument DENIAL =
            PolicyDocument.parse(
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\","
                            + "\"Action\":\"iam:*\",\"Resource\":\"*\"}]}");

    private final RequestsFixture node = new RequestsFixture();

    @Test
    void whoDecidesAndForHowLongIsKnownBeforeOneAsks() {
        WhatGoverns.Governing governing =
                node.governing().handle(ALICE, AskedFor.Kind.ROLE, APP, Optional.empty());

        assertThat(governing.rule().name()).isEqualTo("team decides");
        assertThat(governing.rule().maxDuration()).isEqualTo(Duration.ofHours(8));
        assertThat(governing.approvers()).containsExactly("team");
        assertThat(governing.nobody()).isEmpty();
        assertThat(node.trail.events()).as("looking leaves no row").isEmpty();
    }

    @Test
    void aRoleThatOneMayNotAskForLooksAsIfItWereNotThere() {
        problem(
                Problem.NotFound.class,
                () -> node.governing().handle(STRANGER, AskedFor.Kind.ROLE, APP, Optional.empty()));
    }

    @Test
    void theRuleForHighRiskGovernsRolesInTheManagementAccount() {
        RequestsFixture managed = inManagementAccount();
        String rules =
                """
                approval_rules:
                - {name: any, match: {}, who_may_ask: [everybody], approvers: [team]}
                - {name: risky, match: {risk: high}, who_may_ask: [everybody], approvers: [team], needed: 2}
                """;
        managed.configure(rules);
        node.configure(rules);

        assertThat(governing(managed, AskedFor.Kind.ROLE)).isEqualTo("risky");
        assertThat(governing(managed, AskedFor.Kind.INLINE_POLICY)).isEqualTo("risky");
        assertThat(managed.roleAsked().rule()).contains("risky");
        assertThat(managed.policyAsked().rule()).contains("risky");
        assertThat(governing(node, AskedFor.Kind.ROLE)).isEqualTo("any");
    }

    private static RequestsFixture inManagementAccount() {
        return new RequestsFixture(
                "cache_accounts_from_aws_organizations:"
                        + " [{organizations_master_account_id: '410000000017'}]");
    }

    @Test
    void theEditorSaysTheRiskThatTheRequestWillHave() {
        node.policies.has(APP, "guard", DENIAL);
        RequestsFixture unread = inManagementAccount();
        unread.policies.readingFailsWith(new Problem.Refused("AWS", "AccessDenied"));

        assertThat(risk(inManagementAccount(), "logs")).isEqualTo(Risk.HIGH);
        assertThat(risk(unread, "logs")).as("AWS does not say what there is").isEqualTo(Risk.HIGH);
        assertThat(risk(node, "guard")).as("it denies less").isEqualTo(Risk.HIGH);
        assertThat(risk(node, "logs")).isEqualTo(Risk.LOW);
    }

    private static Risk risk(RequestsFixture node, String name) {
        return node.checking().handle(ALICE, APP, Optional.of(name), D).risk();
    }

    private static String governing(RequestsFixture node, AskedFor.Kind kind) {
        return node.governing().handle(ALICE, kind, APP, Optional.of(D)).rule().name();
    }

    @Test
    void theEditorSeesWhatThePolicyMakesDifferentAndItsSize() {
        CheckDraft.Checked checked = node.checking().handle(ALICE, APP, Optional.of("existing"), D);

        assertThat(checked.before()).contains(LIVE);
        assertThat(checked.difference().orElseThrow().lines()).isNotEmpty();
        assertThat(checked.size().orElseThrow().document()).isEqualTo(D.countedSize());
        assertThat(checked.risk()).isEqualTo(Risk.LOW);
    }

    @Test
    void awsIsAskedOnceInSecondsHoweverOftenTheEditorAsks() {
        for (int i = 0; i < 9; i++) {
            node.checking().handle(ALICE, APP, Optional.of("existing"), D);
            assertThat(node.reading().handle(CAROL, APP))
                    .containsExactly(
                            new RecentRolePolicies.Policy(
                                    "existing", LIVE.text(), LIVE.countedSize()));
        }
        assertThat(node.policies.readings()).isEqualTo(1);

        node.policies.has(APP, "another", D);
        node.clock.advance(Duration.ofSeconds(5));

        assertThat(node.reading().handle(ALICE, APP))
                .extracting(RecentRolePolicies.Policy::name)
                .containsExactly("another", "existing");
        assertThat(
                        node.checking()
                                .handle(ALICE, APP, Optional.of("existing"), D)
                                .size()
                                .orElseThrow()
                                .others())
                .isEqualTo(D.countedSize());
        assertThat(node.policies.readings()).isEqualTo(2);
    }

    @Test
    void policiesAreShownToThoseWhoMayAskForOthersOrAdministerThem() {
        node.configure(
                """
                approval_rules:
                - {name: r, match: {}, who_may_ask: [sre], approvers: [team]}
                """);

        problem(Problem.NotFound.class, () -> node.reading().handle(STRANGER, APP));
        problem(Problem.Forbidden.class, () -> node.reading().handle(ALICE, APP));
        assertThat(node.policies.readings()).isZero();
        assertThat(node.reading().handle(CAROL, APP)).hasSize(1);
        assertThat(node.reading().handle(Callers.web("sam@example.com", "sre"), APP)).hasSize(1);
        node.lab.hubRoles.add("app");
        problem(Problem.Forbidden.class, () -> node.reading().handle(CAROL, APP));
        assertThat(node.trail.events()).as("looking leaves no row").isEmpty();
    }

    @Test
    void aReadingThatFailedIsTriedAgain() {
        node.policies.deleteRole(APP);
        problem(Problem.NotFound.class, () -> node.reading().handle(ALICE, APP));

        node.policies.has(APP, "existing", LIVE);

        assertThat(node.reading().handle(ALICE, APP)).hasSize(1);
    }

    @Test
    void askingAgainMakesARequestOfItsOwnAndMovesNoEnd() {
        ChangeRequest first = node.roleAsked();
        node.approved(CAROL, first);
        node.deliver();
        Grant grant = node.grants.of(ALICE.user(), 10).getFirst();

        OpenedRequest again =
                node.extending()
                        .handle(
                                ALICE,
                                grant.id(),
                                Duration.ofHours(1),
                                "not done yet",
                                Optional.of("key"));

        assertThat(again.request().id()).isNotEqualTo(first.id());
        assertThat(again.request().state()).isInstanceOf(RequestState.Pending.class);
        assertThat(node.grants.find(grant.id()).orElseThrow().end()).isEqualTo(grant.end());
    }

    @Test
    void whoExtendsWhatIsNotTheirsIsRefusedAndInTheAuditTrail() {
        node.approved(CAROL, node.roleAsked());
        node.deliver();
        Grant grant = node.grants.of(ALICE.user(), 10).getFirst();
        node.trail.clear();

        problem(Problem.NotFound.class, () -> extended(BOB, grant.id()));
        problem(Problem.NotFound.class, () -> extended(ALICE, new GrantId("nosuch")));

        assertThat(node.trail.events())
                .hasSize(2)
                .allSatisfy(
                        row -> {
                            assertThat(row).isInstanceOf(GrantChanged.class);
                            assertThat(row.outcome()).isEqualTo(Outcome.DENIED);
                            assertThat(row.reason()).contains("NotFound");
                            assertThat(row.details()).containsEntry("command", "extend");
                        });
        assertThat(node.trail.events())
                .extracting(AuditEvent::subject)
                .containsExactly(grant.id().value(), "nosuch");
    }

    private void extended(Caller caller, GrantId grant) {
        node.extending().handle(caller, grant, Duration.ofHours(1), "please", Optional.empty());
    }
}
