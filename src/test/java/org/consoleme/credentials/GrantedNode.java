package org.consoleme.credentials;

import static org.consoleme.testing.Roles.role;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.access.CurrentIndex;
import org.consoleme.access.EligibilitySource.Entitlement;
import org.consoleme.access.EligibleRoles;
import org.consoleme.access.FindRole;
import org.consoleme.access.GrantedEligibility;
import org.consoleme.access.Grants;
import org.consoleme.access.LiveGrants;
import org.consoleme.access.RoleQuery;
import org.consoleme.access.RoleTagEligibility;
import org.consoleme.access.Surface;
import org.consoleme.access.UnitedEligibleRoles;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.InMemoryEphemeral;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Secret;
import org.consoleme.testing.Roles;

/** One server that knows grants by heart; STS is what it records here. */
final class GrantedNode {
    static final String READER = "arn:aws:iam::200000000002:role/reader";
    static final String TAGGED = "arn:aws:iam::200000000002:role/tagged";

    /** In no account's index yet. */
    static final String UNSEEN = "arn:aws:iam::300000000003:role/unseen";

    final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    final List<AssumeRole> asked = new ArrayList<>();
    final LiveGrants known;

    /** What an operator's own source says of everybody. */
    final List<Entitlement> extension = new ArrayList<>();

    private final Clock clock;
    private final ProvenRoles roles;
    private final SessionMaker sessions;
    private final CredentialSettings settings;

    GrantedNode(Grants grants, Clock clock, Map<String, Object> keys, boolean chained) {
        this.clock = clock;
        known = new LiveGrants(grants, clock);
        InMemoryAccountIndexes indexes = new InMemoryAccountIndexes();
        indexes.publish(
                Roles.account(
                        "200000000002",
                        role(READER, Set.of(), Set.of()),
                        role(TAGGED, Set.of("finops"), Set.of())));
        CurrentIndex index = new CurrentIndex(indexes, new InMemoryAccounts());
        index.refresh();
        EligibleRoles eligible =
                new UnitedEligibleRoles(
                        List.of(
                                new RoleTagEligibility(index),
                                new GrantedEligibility(known),
                                caller -> extension),
                        index);
        roles =
                new ProvenRoles(
                        new FindRole(eligible, new InMemoryAccounts()), grants, known, clock);
        settings = CredentialSettings.from(new MapConfiguration(keys));
        sessions =
                new SessionMaker(
                        settings,
                        new SessionLength(settings, () -> chained),
                        new SharedFlights(this::assume),
                        clock);
    }

    TemporaryCredentials vend(Caller caller, String words, Optional<Duration> asked) {
        return new VendCredentials(roles, sessions, new SessionAudit(audit, clock))
                .handle(
                        caller,
                        new VendRequest(RoleQuery.of(words, Surface.CLI), asked, false, List.of()));
    }

    ConsoleSession open(Caller caller, String words) {
        return new OpenConsole(
                        roles,
                        sessions,
                        new ConsoleDestination(settings),
                        (keys, page, session) -> URI.create("https://signin.example.com/"),
                        new SessionAudit(audit, clock),
                        settings)
                .handle(
                        caller,
                        new ConsoleRequest(
                                RoleQuery.of(words, Surface.CONSOLE),
                                Optional.empty(),
                                Optional.empty()));
    }

    OfferRole.Offer offer(Caller caller, String words) {
        return new OfferRole(
                        roles,
                        new HandOffs(new InMemoryEphemeral(clock)),
                        new SessionAudit(audit, clock))
                .handle(
                        caller,
                        new OfferRole.Wish(RoleQuery.of(words, Surface.CLI), Optional.empty()));
    }

    AssumeRole last() {
        return asked.getLast();
    }

    private TemporaryCredentials assume(AssumeRole request) {
        asked.add(request);
        return new TemporaryCredentials(
                request.role(),
                "ASIAEXAMPLE",
                new Secret("key"),
                new Secret("token"),
                clock.instant().plus(request.lifetime()));
    }
}
