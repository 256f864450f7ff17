package org.consoleme.requests;

import static org.consoleme.requests.RequestSamples.ACCOUNT;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.OTHER;
import static org.consoleme.requests.RequestSamples.PROD;
import static org.consoleme.requests.RequestSamples.role;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.consoleme.access.CurrentIndex;
import org.consoleme.credentials.HubRole;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.RoleArn;
import org.consoleme.testing.Roles;

/** The one account that a node knows, and the roles in it. */
final class LabAccount {
    final InMemoryAccounts accounts =
            InMemoryAccounts.of(Instant.EPOCH, InMemoryAccounts.account(ACCOUNT, "lab"));
    final Set<String> hubRoles = new HashSet<>();
    private final InMemoryAccountIndexes stored = new InMemoryAccountIndexes();
    final CurrentIndex index = new CurrentIndex(stored, accounts);

    LabAccount() {
        roles(
                role(APP, "engineers"),
                role(OTHER, "nobody"),
                role(PROD, "nobody"),
                role(RoleArn.parse("arn:aws:iam::410000000017:role/ConsoleMe"), "nobody"));
    }

    void roles(IndexedRole... all) {
        stored.publish(Roles.account(ACCOUNT, all));
        index.refresh();
    }

    /** We are whatever role is named now. */
    HubRole hub() {
        return new HubRole() {
            @Override
            public boolean isAssumedRole() {
                return true;
            }

            @Override
            public boolean is(RoleArn role) {
                return hubRoles.contains(role.name());
            }
        };
    }
}
