package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.access.ApprovalRules;
import org.consoleme.access.CurrentIndex;
import org.consoleme.access.PlaceRisk;
import org.consoleme.access.RoleTagEligibility;
import org.consoleme.access.UnitedEligibleRoles;
import org.consoleme.accounts.ManagementAccounts;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.credentials.HubRole;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
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
import org.consoleme.inventory.IndexedRole;
import org.consoleme.platform.config.DynamicConfigurationText;
import org.consoleme.platform.config.YamlConfiguration;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.testing.Callers;
import org.consoleme.testing.Roles;
import org.consoleme.testing.SettableClock;

/**
 * One node at noon: alice may use {@code app}, which has the inline policy {@code existing}; carol
 * and dan administer policies; the team decides who gets {@code app} for a time.
 */
final class RequestsFixture {
    static final String ACCOUNT = "410000000017";
    static final RoleArn APP = RoleArn.parse("arn:aws:iam::410000000017:role/app");
    static final RoleArn OTHER = RoleArn.parse("arn:aws:iam::410000000017:role/other");
    static final RoleArn PROD = RoleArn.parse("arn:aws:iam::410000000017:role/prod");
    static final Caller ALICE = Callers.web("alice@example.com", "engineers");
    static final Caller BOB = Callers.web("bob@example.com");
    static final Caller CAROL = Callers.web("carol@example.com", "team");
    static final Caller DAN = Callers.web("dan@example.com", "team");
    static final PolicyDocument D =
            PolicyDocument.parse(
                    "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\","
                            + " \"Action\": \"s3:GetObject\", \"Resource\":"
                            + " \"arn:aws:s3:::acme-logs/*\"}]}");
    static final PolicyDocument E =
            PolicyDocument.parse(
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                            + "\"Action\":\"s3:PutObject\",\"Resource\":\"arn:aws:s3:::acme-logs/*\"}]}");
    static final PolicyDocument LIVE =
            PolicyDocument.parse(
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                            + "\"Action\":\"sqs:SendMessage\",\"Resource\":\"*\"}]}");
    private static final String RULES =
            """
            approval_rules:
            - name: team decides
              match: {kinds: [role], accounts: [lab]}
              who_may_ask: [engineers, bob@example.com]
              approvers: [team]
              max_duration: 8h
              expires_after: 2d
            """;

    final SettableClock clock = SettableClock.atNoon();
    final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    final InMemoryOutbox outbox = new InMemoryOutbox();
    final InMemoryRequests requests = new InMemoryRequests(trail, outbox);
    final InMemoryOlderRequests older = new InMemoryOlderRequests();
    final InMemoryGrants grants = new InMemoryGrants(trail, outbox);
    final ScriptedRolePolicies policies =
            new ScriptedRolePolicies().has(APP, "existing", LIVE).role(OTHER).role(PROD);
    final InMemorySignIns signIns = new InMemorySignIns();
    final Set<String> protectedNames = new HashSet<>();
    final CurrentIndex index;
    private final InMemoryAccountIndexes stored = new InMemoryAccountIndexes();
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
        configure(RULES);
        roles(
                role(APP, "engineers"),
                role(OTHER, "nobody"),
                role(PROD, "nobody"),
                role(RoleArn.parse("arn:aws:iam::410000000017:role/ConsoleMe"), "nobody"));
        InMemoryAccounts accounts =
                InMemoryAccounts.of(Instant.EPOCH, InMemoryAccounts.account(ACCOUNT, "lab"));
        index = new CurrentIndex(stored, accounts);
        index.refresh();
        Authorities authorities = new Authorities(configuration, () -> dynamic);
        PlaceRisk places = new PlaceRisk(ManagementAccounts.from(configuration));
        rules = new ApprovalRules(() -> dynamic, authorities, accounts, index, places);
        settings = RequestSettings.from(configuration);
        protectedRoles = new ProtectedRoles(settings, hub());
        risks = new RequestRisk(documents, places);
        rights = new RequestRights(rules, authorities, settings, risks);
        asking =
                new AskingRules(
                        rules,
                        new UnitedEligibleRoles(List.of(new RoleTagEligibility(index)), index),
                        PeopleFixture.of(signIns),
                        settings);
        maker = new ChangeMaker(policies, documents, clock);
        audit = new RequestAudit(trail, clock);
        desk = new RequestDesk(requests, older, audit, clock);
        own = new OwnDecision(rights);
    }

    /** We are whatever role is named now. */
    private HubRole hub() {
        return new HubRole() {
            @Override
            public boolean isAssumedRole() {
                return true;
            }

            @Override
            public boolean is(RoleArn role) {
                return protectedNames.contains(role.name());
            }
        };
    }

    /** Puts another dynamic configuration in the place of the one with the team's rule. */
    void configure(String yaml) {
        dynamic = DynamicConfigurationText.parsed(yaml, "admin@example.com", Instant.EPOCH);
    }

    void roles(IndexedRole... all) {
        stored.publish(Roles.account(ACCOUNT, all));
        if (index != null) {
            index.refresh();
        }
    }

    static IndexedRole role(RoleArn arn, String group) {
        return Roles.role(arn.toString(), Set.of(group), Set.of());
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
                        index,
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

    static AskedChange newPolicy(String name) {
        return new AskedChange.NewPolicy(APP, Optional.of(name), D);
    }

    static ReviewCommand approve(ChangeRequest shown) {
        return new ReviewCommand.Approve(shown.hash(), Set.of(), Optional.empty());
    }

    static ReviewCommand approve(ChangeRequest shown, int change) {
        return new ReviewCommand.Approve(
                shown.hash(), Set.of(shown.id().value() + change), Optional.empty());
    }

    static ReviewCommand reject(ChangeRequest shown) {
        return new ReviewCommand.Reject(shown.hash(), "not now");
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
        assertThat(trail.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        AuditEvent.RequestCommanded.class,
                        row -> {
                            assertThat(row.outcome()).isEqualTo(Outcome.DENIED);
                            assertThat(row.reason()).contains(cause);
                        });
    }

    static Problem problem(Class<? extends Problem> type, Runnable step) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, step::run);
        assertThat(thrown).as("refused").isNotNull();
        assertThat(thrown.problem()).isInstanceOf(type);
        return thrown.problem();
    }
}
