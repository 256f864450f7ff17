package org.consoleme.credentials;

import static org.consoleme.testing.Roles.role;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.access.CurrentIndex;
import org.consoleme.access.FindRole;
import org.consoleme.access.RoleQuery;
import org.consoleme.access.RoleTagEligibility;
import org.consoleme.access.Surface;
import org.consoleme.access.UnitedEligibleRoles;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Proof;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Secret;
import org.consoleme.testing.Callers;
import org.consoleme.testing.Roles;
import org.consoleme.testing.SettableClock;

/**
 * Vends keys at noon, under the configuration that a test gives, with a broker that keeps what it
 * was asked.
 */
final class VendingDesk {
    static final String ARN = "arn:aws:iam::200000000002:role/billing-reader";
    static final Caller ENGINEER = Callers.web("Engineer@example.com", "finops");

    static final Caller APPLICATION =
            as(Callers.web("application/billing", "finops"), Proof.APPLICATION_CERTIFICATE);

    final SettableClock clock = SettableClock.atNoon();
    final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    final RecordingBroker broker = new RecordingBroker();

    static Caller as(Caller caller, Proof proof) {
        return new Caller(
                caller.user(), caller.groups(), proof, caller.authenticatedAt(), caller.origin());
    }

    static VendRequest application(boolean noIp, List<String> ranges) {
        return new VendRequest(RoleQuery.of(ARN, Surface.CLI), Optional.empty(), noIp, ranges);
    }

    static VendRequest asked(String words) {
        return VendRequest.of(RoleQuery.of(words, Surface.CLI));
    }

    VendCredentials vend(Map<String, Object> keys, boolean chained) {
        InMemoryAccountIndexes stored = new InMemoryAccountIndexes();
        stored.publish(Roles.account("200000000002", role(ARN, Set.of("finops"), Set.of())));
        CurrentIndex index = new CurrentIndex(stored, new InMemoryAccounts());
        index.refresh();
        CredentialSettings settings = CredentialSettings.from(new MapConfiguration(keys));
        return new VendCredentials(
                VendForTests.withoutGrants(
                        new FindRole(
                                new UnitedEligibleRoles(
                                        List.of(new RoleTagEligibility(index)), index),
                                new InMemoryAccounts()),
                        clock),
                new SessionMaker(
                        settings,
                        new SessionLength(settings, () -> chained),
                        new SharedFlights(broker),
                        clock),
                new SessionAudit(audit, clock));
    }

    final class RecordingBroker implements CredentialBroker {
        private Optional<Problem> problem = Optional.empty();
        private AssumeRole last;

        void failsWith(Problem problem) {
            this.problem = Optional.of(problem);
        }

        AssumeRole last() {
            return last;
        }

        @Override
        public TemporaryCredentials assume(AssumeRole request) {
            problem.ifPresent(
                    p -> {
                        throw p.asException();
                    });
            last = request;
            return new TemporaryCredentials(
                    request.role(),
                    "ASIAEXAMPLE",
                    new Secret("hush-key"),
                    new Secret("hush-token"),
                    clock.instant().plus(request.lifetime()));
        }
    }
}
