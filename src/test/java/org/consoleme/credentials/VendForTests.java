package org.consoleme.credentials;

import java.time.Clock;
import java.util.List;
import org.consoleme.access.EligibleRole;
import org.consoleme.access.FindRole;
import org.consoleme.access.LiveGrants;
import org.consoleme.access.RoleQuery;
import org.consoleme.audit.AuditTrail;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Ephemeral;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Secret;

/** The steps behind the page that a message leads to. */
public final class VendForTests {
    /** The parts of the keys that every {@link #vend} gives. */
    public static final List<String> SECRETS =
            List.of(
                    "ASIAQWERTYUIOPASDFGH",
                    "fake-secret-access-key-0123",
                    "fake-session-token-4567");

    private VendForTests() {}

    public static TemporaryCredentials vend(
            FindRole find, AuditTrail audit, Clock clock, Caller caller, RoleQuery query) {
        CredentialBroker broker =
                request ->
                        new TemporaryCredentials(
                                request.role(),
                                SECRETS.get(0),
                                new Secret(SECRETS.get(1)),
                                new Secret(SECRETS.get(2)),
                                clock.instant().plus(request.lifetime()));
        return through(broker, find, audit, clock).handle(caller, VendRequest.of(query));
    }

    /** The use case in front of somebody else's STS, with nothing configured. */
    public static VendCredentials through(
            CredentialBroker broker, FindRole find, AuditTrail audit, Clock clock) {
        CredentialSettings settings = CredentialSettings.from(MapConfiguration.empty());
        return new VendCredentials(
                withoutGrants(find, clock),
                new SessionMaker(
                        settings,
                        new SessionLength(settings, () -> false),
                        new SharedFlights(broker),
                        clock),
                new SessionAudit(audit, clock));
    }

    /** For doors whose roles all come from tags. */
    public static ProvenRoles withoutGrants(FindRole find, Clock clock) {
        InMemoryGrants none = new InMemoryGrants();
        return new ProvenRoles(find, none, new LiveGrants(none, clock), clock);
    }

    public static EligibleRole take(Ephemeral store, FindRole find, Caller caller, String id) {
        return new TakeRoleOffer(new HandOffs(store), find).handle(caller, id);
    }

    /** Whether the link is good for this caller. */
    public static boolean taken(Ephemeral store, FindRole find, Caller caller, String id) {
        try {
            take(store, find, caller, id);
            return true;
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.NotFound) {
                return false;
            }
            throw e;
        }
    }
}
