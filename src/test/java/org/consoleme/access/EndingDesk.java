package org.consoleme.access;

import static org.consoleme.testing.SomeGrants.open;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.consoleme.accounts.ManagementAccounts;
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
import org.consoleme.testing.Callers;
import org.consoleme.testing.Roles;
import org.consoleme.testing.SettableClock;

/** Ana's grant of a role at noon, and those who end it. */
final class EndingDesk {
    static final String ROLE = "arn:aws:iam::200000000002:role/reader";
    static final Caller ANA = Callers.web("Ana@example.com");
    static final Caller BO = Callers.web("bo@example.com");
    static final Caller ADMIN = Callers.web("admin@example.com", "policy-admins");
    static final Caller LEAD = Callers.web("lead@example.com", "team-leads");
    private static final String RULES =
            """
            approval_rules:
            - name: leads decide
              match: {kinds: [role]}
              who_may_ask: [everybody]
              approvers: [team-leads]
            """;
    static final GrantId ID = new GrantId("g-0");

    final SettableClock clock = SettableClock.atNoon();
    final Instant noon = clock.instant();
    final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    final InMemoryOutbox outbox = new InMemoryOutbox();
    final InMemoryGrants stored = new InMemoryGrants(audit, outbox);
    final LiveGrants known = new LiveGrants(stored, clock);
    Duration longest = Duration.ofHours(1);

    Grant granted(Duration length) {
        Grant grant = open(stored, "g-0", "ana@example.com", ROLE, noon, length);
        known.refresh();
        return grant;
    }

    EndedGrant giveBack(Caller caller) {
        return new ReturnGrant(ending()).handle(caller, ID);
    }

    EndedGrant giveBackAnother(Caller caller) {
        return new ReturnGrant(ending()).handle(caller, new GrantId("no-such-grant"));
    }

    EndedGrant revoke(Caller caller, String because) {
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

    GrantEnding ending() {
        return new GrantEnding(
                stored,
                known,
                role -> longest,
                StillEligibleFixture.byGrants(known, clock),
                audit,
                clock);
    }
}
