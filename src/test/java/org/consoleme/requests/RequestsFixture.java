package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.assertDenied;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.LIVE;
import static org.consoleme.requests.RequestSamples.OTHER;
import static org.consoleme.requests.RequestSamples.PROD;
import static org.consoleme.requests.RequestSamples.TEAM_DECIDES;
import static org.consoleme.requests.RequestSamples.approve;
import static org.consoleme.requests.RequestSamples.newPolicy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consoleme.access.ApprovalRules;
import org.consoleme.access.PlaceRisk;
import org.consoleme.access.RoleTagEligibility;
import org.consoleme.access.UnitedEligibleRoles;
import org.consoleme.accounts.ManagementAccounts;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.fakes.InMemoryOlderRequests;
import org.consoleme.fakes.InMemoryOutbox;
import org.consoleme.fakes.InMemoryRequests;
import org.consoleme.fakes.InMemorySignIns;
import org.consoleme.fakes.ScriptedRolePolicies;
import org.consoleme.identity.Authorities;
import org.consoleme.identity.Caller;
import org.consoleme.identity.PeopleFixture;
import org.consoleme.platform.config.DynamicConfigurationText;
import org.consoleme.platform.config.YamlConfiguration;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.SettableClock;

/**
 * One node at noon: alice may use {@code app}, which has the inline policy {@code existing}; carol
 * and dan administer policies; the team decides who gets {@code app} for a time.
 */
final class RequestsFixture {
    final SettableClock clock = SettableClock.atNoon();
    final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    final InMemoryOutbox outbox = new InMemoryOutbox();
    final InMemoryRequests requests = new InMemoryRequests(trail, outbox);
    final InMemoryOlderRequests older = new InMemoryOlderRequests();
    final InMemoryGrants grants = new InMemoryGrants(trail, outbox);
    final ScriptedRolePolicies policies =
            new ScriptedRolePolicies().has(APP, "existing", LIVE).role(OTHER).role(PROD);
    final InMemorySignIns signIns = new InMemorySignIns();
    final LabAccount lab = new LabAccount();
    private final ApprovalRules rules;
    private final RequestSettings settings;
    private final ProtectedRoles protectedRoles;
    private final DocumentReview documents = new DocumentReview();
    private final RequestRisk risks;
    private final RequestRights rights;
    private final AskingRules asking;
    private final ChangeMaker maker;
    private final RecentRolePolicies recent = new RecentRolePolicies(policies, clock);
    private final RequestAudit audit;
    private final RequestDesk desk;
    private final OwnDecision own;
    private DynamicConfiguration dynamic;

    RequestsFixture() {
        this("");
    }

    /**
     * @param yaml static configuration beside that of the two administrators
     */
    RequestsFixture(String yaml) {
        YamlConfiguration configuration =
                YamlConfiguration.ofYaml(
                        """
                        groups: {can_admin_policies: [carol@example.com, dan@example.com]}
                        policies: {role_name: ConsoleMe, protected_roles: [break-glass*]}
                        """
                                + yaml);
        configure(TEAM_DECIDES);
        Authorities authorities = new Authorities(configuration, () -> dynamic);
        PlaceRisk places = new PlaceRisk(ManagementAccounts.from(configuration));
        rules = new ApprovalRules(() -> dynamic, authorities, lab.accounts, lab.index, places);
        settings = RequestSettings.from(configuration);
        protectedRoles = new ProtectedRoles(settings, lab.hub());
        risks = new RequestRisk(documents, places);
        rights = new RequestRights(rules, authorities, settings, risks);
        asking =
                new AskingRules(
                        rules,
                        new UnitedEligibleRoles(
                                List.of(new RoleTagEligibility(lab.index)), lab.index),
                        PeopleFixture.of(signIns),
                        settings);
        maker = new ChangeMaker(policies, documents, clock);
        audit = new RequestAudit(trail, clock);
        desk = new RequestDesk(requests, older, audit, clock);
        own = new OwnDecision(rights);
    }

    /** Puts another dynamic configuration in the place of the one with the team's rule. */
    void configure(String yaml) {
        dynamic = DynamicConfigurationText.parsed(yaml, "admin@example.com", Instant.EPOCH);
    }

    OpenRequest opening() {
        return new OpenRequest(
                requests, maker, asking, rights, protectedRoles, own, audit, settings, clock);
    }

    WhatGoverns governing() {
        return new WhatGoverns(asking, risks, protectedRoles);
    }

    CheckDraft checking() {
        return new CheckDraft(governing(), risks, recent);
    }

    ReadRolePolicies reading() {
        return new ReadRolePolicies(asking, rights, risks, protectedRoles, recent);
    }

    ExtendGrant extending() {
        return new ExtendGrant(grants, opening(), trail, clock);
    }

    ReviewRequest reviewing() {
        return new ReviewRequest(desk, rights, protectedRoles, own, clock);
    }

    EditChange editing() {
        return new EditChange(desk, rights, asking, maker, protectedRoles, clock);
    }

    CancelChange cancellingChange() {
        return new CancelChange(desk, rights, clock);
    }

    CancelRequest cancelling() {
        return new CancelRequest(desk, rights, clock);
    }

    CommentOnRequest commenting() {
        return new CommentOnRequest(desk, clock);
    }

    ReopenRequest reopening() {
        return new ReopenRequest(desk, rights, clock);
    }

    RetryRequest retrying() {
        return new RetryRequest(desk, rights, clock);
    }

    ExpireRequests expiring() {
        return new ExpireRequests(requests, desk, clock);
    }

    LookAtRequest looking() {
        return new LookAtRequest(requests, older, rights, clock);
    }

    ListRequests listing() {
        return new ListRequests(requests, older);
    }

    Inbox inbox() {
        return new Inbox(requests, rights, clock);
    }

    ApplyChanges applying() {
        return new ApplyChanges(
                requests,
                desk,
                new ChangeEffects(
                        grants,
                        lab.index,
                        new RolePolicyEffects(policies, documents),
                        protectedRoles,
                        clock),
                clock);
    }

    ChangeRequest opened(Caller caller, AskedChange... changes) {
        ChangeRequest request =
                opening().handle(caller, RequestDraft.of("for ticket 17", changes)).request();
        trail.clear();
        return request;
    }

    /** Role {@code app} for two hours. */
    ChangeRequest roleAsked() {
        return opened(ALICE, new AskedChange.Role(APP, Duration.ofHours(2)));
    }

    /** A new policy {@code logs} with text D. */
    ChangeRequest policyAsked() {
        return opened(ALICE, newPolicy("logs"));
    }

    /** A new policy {@code logs}, and {@code existing} deleted. */
    ChangeRequest twoAsked() {
        return opened(ALICE, newPolicy("logs"), new AskedChange.DeletedPolicy(APP, "existing"));
    }

    ChangeRequest approved(Caller caller, ChangeRequest shown) {
        return reviewing().handle(caller, shown.id(), approve(shown));
    }

    ChangeRequest now(ChangeRequest request) {
        return requests.find(request.id()).orElseThrow();
    }

    /** Delivers what is due to be applied, as often as it takes at this instant. */
    void deliver() {
        for (OutboxEvent event : outbox.due(clock.instant(), 100)) {
            if (event.kind() == OutboxEvent.Kind.APPLY_REQUEST) {
                try {
                    applying().handle(event);
                    outbox.done(event);
                } catch (ProblemException e) {
                    Problem.Unavailable later = (Problem.Unavailable) e.problem();
                    outbox.later(event, clock.instant().plus(later.retryAfter()));
                }
            }
        }
    }

    /** The whole of what C.4 calls "nothing changes". */
    void refused(
            ChangeRequest request, Class<? extends Problem> problem, String cause, Runnable step) {
        ChangeRequest before = now(request);
        trail.clear();
        List<OutboxEvent> effects = outbox.all();
        problem(problem, step);
        assertThat(now(request)).isEqualTo(before);
        assertThat(outbox.all()).isEqualTo(effects);
        denied(cause);
    }

    /** One row, denied, for that cause. */
    void denied(String cause) {
        assertDenied(trail, cause);
    }
}
