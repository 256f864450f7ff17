package org.consoleme.slack;

import static org.consoleme.testing.Roles.role;

import java.util.Set;
import org.consoleme.fakes.InMemoryAccounts;

/** The two accounts that a {@link SlackDoor} knows at first, and the roles in them. */
final class DoorInventory {
    private DoorInventory() {}

    static void publish(SlackDoor door) {
        door.accounts(
                InMemoryAccounts.account("200000000002", "billing-prod"),
                InMemoryAccounts.account("300000000003", "billing-test"));
        door.publish(
                "200000000002",
                role(SlackDoor.READER, Set.of("finops"), Set.of()),
                role("arn:aws:iam::200000000002:role/admin", Set.of(SlackDoor.ENGINEER), Set.of()),
                role("arn:aws:iam::200000000002:role/invoice-app", Set.of(), Set.of("developers")),
                role("arn:aws:iam::200000000002:role/hidden", Set.of("security"), Set.of()));
        door.publish(
                "300000000003",
                role("arn:aws:iam::300000000003:role/billing-reader", Set.of("finops"), Set.of()));
    }
}
