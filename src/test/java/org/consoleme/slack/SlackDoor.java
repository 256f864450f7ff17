package org.consoleme.slack;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.consoleme.access.CurrentIndex;
import org.consoleme.access.EligibleRoles;
import org.consoleme.access.GrantedEligibility;
import org.consoleme.access.LiveGrants;
import org.consoleme.access.RoleTagEligibility;
import org.consoleme.access.UnitedEligibleRoles;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.InMemoryEphemeral;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.fakes.InMemoryOnceStore;
import org.consoleme.fakes.InMemorySlackLinks;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.fakes.SharedSlackUserChanges;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Groups;
import org.consoleme.identity.GroupsInDirectory;
import org.consoleme.identity.Proof;
import org.consoleme.identity.SlackKey;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.UserId;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.AppManifest;
import org.consoleme.slacktwin.TwinServer;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.ResponseUrls;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.testing.Roles;
import org.consoleme.testing.SettableClock;

/**
 * A Slack twin with our door behind it: real requests over loopback, our verifier, Bolt, the
 * commands; fakes for what they need. The engineer is in finops, the approver in nothing.
 */
final class SlackDoor implements AutoCloseable {
    static final String ENGINEER = "engineer@example.com";
    static final String APPROVER = "approver@example.com";
    static final String ADMIN = "admin@example.com";
    static final String PAGE = "https://consoleme.example.com";
    static final String READER = "arn:aws:iam::200000000002:role/billing-reader";
    static final Duration SOON = Duration.ofSeconds(10);

    final SettableClock clock = SettableClock.atNoon();
    final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final InMemorySlackLinks links = new InMemorySlackLinks();
    final InMemoryEphemeral store = new InMemoryEphemeral(clock);
    final InMemoryOnceStore once = new InMemoryOnceStore(clock);
    final SharedSlackUserChanges slackUserChanges = new SharedSlackUserChanges();
    final InMemoryAccounts accounts = new InMemoryAccounts();

    /** Who is in which groups; a test may change it. */
    final Map<String, Set<String>> directory =
            new ConcurrentHashMap<>(
                    Map.of(
                            ENGINEER,
                            Set.of("finops", "developers"),
                            APPROVER,
                            Set.of("approvers"),
                            ADMIN,
                            Set.of("approvers")));

    /** A test may put others in their place, for the nodes that it starts then. */
    Groups groups = GroupsInDirectory.of(clock, directory);

    private final InMemoryAccountIndexes indexes = new InMemoryAccountIndexes();
    final CurrentIndex index = new CurrentIndex(indexes, accounts);
    final RequestsBehindSlack core = new RequestsBehindSlack(this);
    final InMemoryGrants grants = core.grants;
    final LiveGrants known = core.known;
    final TwinServer twin;
    final SlackSettings settings;
    final SlackNode node;

    SlackDoor() {
        this(UnaryOperator.identity());
    }

    SlackDoor(UnaryOperator<TwinSettings> other) {
        this(other, Map.of());
    }

    /**
     * @param more keys of the configuration
     */
    SlackDoor(UnaryOperator<TwinSettings> other, Map<String, Object> more) {
        TwinSettings twins = TwinSettings.defaults(URI.create("http://127.0.0.1:9/"));
        TwinSettings usual =
                other.apply(
                        twins.withApp(twins.app().allowed(SlackConnection.SCOPES))
                                .withEvents(AppManifest.EVENTS.toArray(String[]::new))
                                .withClock(clock));
        twin = TwinServer.start(usual);
        Map<String, Object> keys = DoorKeys.of(usual, twin);
        keys.putAll(more);
        settings = SlackSettings.from(new MapConfiguration(keys));
        DoorInventory.publish(this);
        node = anotherNode();
        twin.sendCommandsTo(node.url());
    }

    /** Another server beside the first, with the same stores; or the first one, restarted. */
    SlackNode anotherNode() {
        return new SlackNode(this, settings);
    }

    EligibleRoles eligible() {
        return eligible(known);
    }

    EligibleRoles eligible(LiveGrants granted) {
        return new UnitedEligibleRoles(
                List.of(new RoleTagEligibility(index), new GrantedEligibility(granted)), index);
    }

    void accounts(Account... all) {
        accounts.replace(new AccountList(List.of(all), clock.instant()));
    }

    void publish(String account, IndexedRole... roles) {
        indexes.publish(Roles.account(account, roles));
        index.refresh();
    }

    /** As AWS says at this moment. */
    void publishNow(String account, IndexedRole... roles) {
        AccountIndex now = Roles.account(account, roles);
        indexes.publish(
                new AccountIndex(now.account(), now.version(), clock.instant(), now.roles()));
        index.refresh();
    }

    /** The organization has billing-test alone at this moment. */
    void closeBillingProd() {
        accounts(InMemoryAccounts.account("300000000003", "billing-test"));
        indexes.retire(new AccountId("200000000002"));
        index.refresh();
    }

    /** The engineer, linked. */
    Actor engineer() {
        link(TwinSettings.ENGINEER, ENGINEER);
        return twin.actAs(TwinSettings.ENGINEER);
    }

    /** The approver, linked, in the approvals channel. */
    Actor approver() {
        link(TwinSettings.APPROVER, APPROVER);
        return twin.actAs(TwinSettings.APPROVER).in(TwinSettings.APPROVALS);
    }

    /** The card in the approvals channel, as it is now. */
    Message card() {
        return twin.awaitMessage(
                message ->
                        message.channel().equals(TwinSettings.APPROVALS)
                                && message.ephemeralTo().isEmpty(),
                SOON);
    }

    /** The same person at the web's door. */
    Caller callerOf(String user) {
        UserId id = new UserId(user);
        return new Caller(
                id,
                groups.of(id),
                Proof.WEB_SESSION,
                clock.instant(),
                new Origin(user, Door.WEB, "r1", Optional.empty()));
    }

    void deliver() {
        core.deliver(node.notifier, node.threadsOfCards);
    }

    void link(String slackUser, String user) {
        links.link(new SlackKey(team(), slackUser), new UserId(user), clock.instant());
    }

    private String team() {
        return twin.workspace()
                .team()
                .enterprise()
                .map(e -> e.id())
                .orElse(twin.workspace().team().id());
    }

    /** Waits for the next answer to the engineer. */
    Message answer() {
        return answerTo(TwinSettings.ENGINEER);
    }

    Message answerTo(String slackUser) {
        return twin.awaitEphemeral(slackUser, SOON);
    }

    /** How often we answered through a {@code response_url}. */
    int answers() {
        return twin.outbound().to(ResponseUrls.METHOD).size();
    }

    /** Waits until so many events are in the audit trail. */
    List<AuditEvent> auditOf(int events) {
        Awaitility.await().atMost(SOON).until(() -> audit.events().size() >= events);
        return audit.events();
    }

    /** The causes of all refusals so far, once so many are there. */
    List<String> refusals(int events) {
        return auditOf(events).stream()
                .filter(AuditEvent.SlackRefused.class::isInstance)
                .map(AuditEvent::reason)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void close() {
        node.close();
        twin.close();
    }
}
