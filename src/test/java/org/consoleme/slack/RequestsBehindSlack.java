package org.consoleme.slack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.ApprovalRules;
import org.consoleme.access.ListGrants;
import org.consoleme.access.LiveGrants;
import org.consoleme.access.PlaceRisk;
import org.consoleme.access.SearchRequestable;
import org.consoleme.accounts.ManagementAccounts;
import org.consoleme.audit.AuditEvent;
import org.consoleme.fakes.InMemoryCardThreads;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.fakes.InMemoryOlderRequests;
import org.consoleme.fakes.InMemoryOutbox;
import org.consoleme.fakes.InMemoryPostedCards;
import org.consoleme.fakes.InMemoryRequests;
import org.consoleme.fakes.InMemorySignIns;
import org.consoleme.fakes.NoHubRole;
import org.consoleme.fakes.ScriptedRolePolicies;
import org.consoleme.identity.Authorities;
import org.consoleme.identity.PeopleFixture;
import org.consoleme.notifications.AnnounceEnd;
import org.consoleme.notifications.AnnounceGrant;
import org.consoleme.notifications.AnnounceRequest;
import org.consoleme.notifications.Notifier;
import org.consoleme.notifications.Notifiers;
import org.consoleme.platform.config.DynamicConfigurationText;
import org.consoleme.platform.config.YamlConfiguration;
import org.consoleme.requests.ApplyChanges;
import org.consoleme.requests.AskingRules;
import org.consoleme.requests.CancelRequest;
import org.consoleme.requests.ChangeEffects;
import org.consoleme.requests.ChangeMaker;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.CommentOnRequest;
import org.consoleme.requests.DocumentReview;
import org.consoleme.requests.EditChange;
import org.consoleme.requests.ExpireRequests;
import org.consoleme.requests.ExtendGrant;
import org.consoleme.requests.Inbox;
import org.consoleme.requests.ListRequests;
import org.consoleme.requests.LookAtRequest;
import org.consoleme.requests.OpenRequest;
import org.consoleme.requests.OwnDecision;
import org.consoleme.requests.ProtectedRoles;
import org.consoleme.requests.ReopenRequest;
import org.consoleme.requests.RequestAudit;
import org.consoleme.requests.RequestDesk;
import org.consoleme.requests.RequestRights;
import org.consoleme.requests.RequestRisk;
import org.consoleme.requests.RequestSettings;
import org.consoleme.requests.RetryRequest;
import org.consoleme.requests.ReviewRequest;
import org.consoleme.requests.RolePolicyEffects;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.RoleArn;

/**
 * The real core of requests over in-memory stores, as the nodes of a {@link SlackDoor} share it.
 */
final class RequestsBehindSlack {
    /** Developers may ask for roles; approvers decide them; policies are the administrator's. */
    static final String RULES =
            """
            approval_rules:
            - name: team decides
              match: {kinds: [role]}
              who_may_ask: [developers]
              approvers: [approvers]
              max_duration: 8h
              expires_after: 1d
            """;

    final InMemoryOutbox outbox = new InMemoryOutbox();
    final InMemoryRequests requests;
    final InMemoryGrants grants;
    final InMemoryPostedCards cards = new InMemoryPostedCards(outbox);
    final InMemoryCardThreads threads = new InMemoryCardThreads();
    final Authorities authorities;
    final ScriptedRolePolicies policies =
            new ScriptedRolePolicies()
                    .role(RoleArn.parse(SlackDoor.READER))
                    .role(RoleArn.parse("arn:aws:iam::200000000002:role/hidden"));
    final LiveGrants known;
    final ApprovalRules rules;
    final RequestRisk risks;
    final RequestRights rights;
    final OpenRequest open;
    final ExtendGrant extend;
    final ReviewRequest review;
    final EditChange edit;
    final CancelRequest cancel;
    final CommentOnRequest comment;
    final RetryRequest retry;
    final ReopenRequest reopen;
    final ExpireRequests expire;
    final LookAtRequest look;
    final ListRequests list;
    final Inbox inbox;
    final ListGrants ownGrants;
    final GrantsBehindSlack ending;
    final SearchRequestable search;
    private final SlackDoor door;
    private final ApplyChanges apply;
    private final DeliveryBehindSlack delivery;
    private DynamicConfiguration dynamic;

    RequestsBehindSlack(SlackDoor door) {
        this.door = door;
        delivery = new DeliveryBehindSlack(outbox, door.clock);
        requests = new InMemoryRequests(door.audit, outbox);
        grants = new InMemoryGrants(door.audit, outbox);
        known = new LiveGrants(grants, door.clock);
        configure(RULES);
        YamlConfiguration configuration =
                YamlConfiguration.ofYaml(
                        """
                        groups: {can_admin: [admin@example.com], can_admin_policies: [admin@example.com]}
                        policies: {role_name: ConsoleMe}
                        requests: {may_bypass_approval: [break-glass]}
                        cache_accounts_from_aws_organizations:
                        - {organizations_master_account_id: "400000000004"}
                        """);
        authorities = new Authorities(configuration, () -> dynamic);
        PlaceRisk places = new PlaceRisk(ManagementAccounts.from(configuration));
        rules = new ApprovalRules(() -> dynamic, authorities, door.accounts, door.index, places);
        RequestSettings settings = RequestSettings.from(configuration);
        ProtectedRoles protectedRoles = new ProtectedRoles(settings, new NoHubRole());
        DocumentReview documents = new DocumentReview();
        risks = new RequestRisk(documents, places);
        rights = new RequestRights(rules, authorities, settings, risks);
        AskingRules asking =
                new AskingRules(
                        rules,
                        door.eligible(known),
                        PeopleFixture.of(new InMemorySignIns()),
                        settings);
        ChangeMaker maker = new ChangeMaker(policies, documents, door.clock);
        RequestAudit audit = new RequestAudit(door.audit, door.clock);
        InMemoryOlderRequests older = new InMemoryOlderRequests();
        RequestDesk desk = new RequestDesk(requests, older, audit, door.clock);
        OwnDecision own = new OwnDecision(rights);
        open =
                new OpenRequest(
                        requests,
                        maker,
                        asking,
                        rights,
                        protectedRoles,
                        own,
                        audit,
                        settings,
                        door.clock);
        extend = new ExtendGrant(grants, open, door.audit, door.clock);
        review = new ReviewRequest(desk, rights, protectedRoles, own, door.clock);
        edit = new EditChange(desk, rights, asking, maker, protectedRoles, door.clock);
        cancel = new CancelRequest(desk, rights, door.clock);
        comment = new CommentOnRequest(desk, door.clock);
        retry = new RetryRequest(desk, rights, door.clock);
        reopen = new ReopenRequest(desk, rights, door.clock);
        expire = new ExpireRequests(requests, desk, door.clock);
        look = new LookAtRequest(requests, older, rights, door.clock);
        list = new ListRequests(requests, older);
        inbox = new Inbox(requests, rights, door.clock);
        apply =
                new ApplyChanges(
                        requests,
                        desk,
                        new ChangeEffects(
                                grants,
                                door.index,
                                new RolePolicyEffects(policies, documents),
                                protectedRoles,
                                door.clock),
                        door.clock);
        ownGrants = new ListGrants(grants, door.clock);
        ending = new GrantsBehindSlack(door, grants, known, rules, authorities);
        search =
                new SearchRequestable(
                        door.index, rules, door.eligible(known), protectedRoles, door.accounts);
    }

    /** Puts another dynamic configuration in the place of the present one. */
    void configure(String yaml) {
        dynamic = DynamicConfigurationText.parsed(yaml, "admin@example.com", Instant.EPOCH);
    }

    /** The engineer says something on the web. */
    void comment(RequestId id, String text) {
        comment.handle(door.callerOf(SlackDoor.ENGINEER), id, text);
    }

    ChangeRequest now(ChangeRequest request) {
        return requests.find(request.id()).orElseThrow();
    }

    /** Tells where requests stand; nothing is applied yet. */
    void announceOnly(Notifier notifier) {
        Notifiers all = new Notifiers(List.of(notifier));
        delivery.once(new AnnounceRequest(requests, all));
    }

    /** Delivers all that is due at this instant, and what becomes due by that. */
    void deliver(Notifier... notifiers) {
        Notifiers all = new Notifiers(List.of(notifiers));
        delivery.all(
                List.of(
                        apply,
                        new AnnounceRequest(requests, all),
                        new AnnounceGrant(grants, all),
                        new AnnounceEnd(grants, all, door.clock)));
        known.refresh();
    }

    /** The one that was asked for last, also where several were in one instant. */
    ChangeRequest latest() {
        return door.audit.events().reversed().stream()
                .filter(AuditEvent.RequestCommanded.class::isInstance)
                .filter(event -> "open".equals(event.details().get("command")))
                .map(event -> requests.find(new RequestId(event.subject())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
