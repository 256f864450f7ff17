package org.consoleme.web.weep;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.consoleme.access.CurrentIndex;
import org.consoleme.access.FindRole;
import org.consoleme.access.ListEligibleRoles;
import org.consoleme.access.RoleTagEligibility;
import org.consoleme.access.UnitedEligibleRoles;
import org.consoleme.accounts.Account;
import org.consoleme.credentials.CredentialBroker;
import org.consoleme.credentials.VendCredentials;
import org.consoleme.credentials.VendForTests;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.InMemoryEphemeral;
import org.consoleme.fakes.InMemorySignIns;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.IdentitySettings;
import org.consoleme.identity.Revocations;
import org.consoleme.identity.Sessions;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.platform.jwt.HmacTokens;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;
import org.consoleme.testing.FakeRequest;
import org.consoleme.testing.Roles;
import org.consoleme.testing.SettableClock;
import org.consoleme.web.WebSettings;

/** weep's routes without a server: one person, signed in in a terminal, with the given roles. */
final class WeepDoor {
    static final String GROUP = "devs";
    private static final UserId ALICE = new UserId("alice@example.com");

    private final SettableClock clock = SettableClock.atNoon();
    private final InMemorySignIns signIns = new InMemorySignIns();
    private final InMemoryAccounts accounts;
    private final CurrentIndex index;
    private final UnitedEligibleRoles eligible;
    private final MapConfiguration configuration =
            MapConfiguration.empty()
                    .with("url", "https://consoleme.example.com")
                    .with("jwt_secret", "a-secret-for-tests-of-at-least-32-bytes");
    private final IdentitySettings settings = IdentitySettings.from(configuration);
    private final WebSettings web = WebSettings.from(configuration);
    private final Sessions sessions =
            new Sessions(
                    new HmacTokens(settings, clock),
                    new Revocations(new InMemoryEphemeral(clock), clock),
                    settings,
                    clock);

    WeepDoor(List<Account> known, List<IndexedRole> roles) {
        accounts = InMemoryAccounts.of(clock.instant(), known.toArray(Account[]::new));
        InMemoryAccountIndexes stored = new InMemoryAccountIndexes();
        roles.stream()
                .map(role -> role.arn().account().value())
                .distinct()
                .forEach(id -> stored.publish(Roles.account(id, inAccount(roles, id))));
        index = new CurrentIndex(stored, accounts);
        index.refresh();
        eligible = new UnitedEligibleRoles(List.of(new RoleTagEligibility(index)), index);
        signIns.remember(ALICE, Set.of(new GroupName(GROUP)), clock.instant());
    }

    GetRolesResource roles() {
        return new GetRolesResource(callers(), list(), accounts);
    }

    TypeaheadResource typeahead() {
        return new TypeaheadResource(callers(), CliSettings.from(configuration), list(), accounts);
    }

    GetCredentialsResource credentials(CredentialBroker broker) {
        VendCredentials vend =
                VendForTests.through(
                        broker, new FindRole(eligible, accounts), new InMemoryAuditTrail(), clock);
        return new GetCredentialsResource(callers(), vend, accounts, sessions, web, clock);
    }

    /** What weep sends with its token. */
    HttpServletRequest request(String path) {
        Instant now = clock.instant();
        return new FakeRequest(path, "192.0.2.1")
                .header("Cookie", "consoleme_cli=" + sessions.weep(ALICE, "id", now).encoded())
                .get();
    }

    private ListEligibleRoles list() {
        return new ListEligibleRoles(eligible, index);
    }

    private CliCallers callers() {
        return CliDoor.callers(configuration, sessions, signIns, settings, clock);
    }

    private static IndexedRole[] inAccount(List<IndexedRole> roles, String account) {
        return roles.stream()
                .filter(role -> role.arn().account().value().equals(account))
                .toArray(IndexedRole[]::new);
    }
}
