package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.shared.AccountId;
import org.consoleme.testing.Roles;
import org.junit.jupiter.api.Test;

/** How old what this node knows of the accounts is. */
class IndexAgeTest {
    private static final AccountId LAB = new AccountId("200000000003");
    private static final AccountId PROD = new AccountId("200000000002");
    private static final AccountId NEVER_READ = new AccountId("200000000009");

    private final InMemoryAccountIndexes stored = new InMemoryAccountIndexes();
    private final CurrentIndex index = new CurrentIndex(stored, new InMemoryAccounts());
    private final AccountIndex lab = Roles.account(LAB.value());
    private final AccountIndex prod =
            Roles.account(
                    PROD.value(),
                    Roles.role("arn:aws:iam::200000000002:role/app", Set.of("team"), Set.of()));

    private void read(AccountIndex account, Instant at) {
        stored.publish(new AccountIndex(account.account(), account.version(), at, account.roles()));
        index.refresh();
    }

    @Test
    void itIsThatOfTheOldestReadingOfTheAccountsInvolved() {
        read(lab, lab.asOf());
        read(prod, lab.asOf().plus(Duration.ofMinutes(1)));

        assertThat(index.asOf(List.of(PROD))).contains(lab.asOf().plus(Duration.ofMinutes(1)));
        assertThat(index.asOf(List.of(LAB, PROD))).contains(lab.asOf());
        assertThat(index.asOf(List.of())).as("of all there are").contains(lab.asOf());
    }

    @Test
    void whatWasNeverReadHasNone() {
        assertThat(index.asOf(List.of())).isEmpty();

        read(prod, prod.asOf());

        assertThat(index.asOf(List.of(PROD, NEVER_READ))).isEmpty();
    }

    @Test
    void aReadingThatFoundNothingNewCountsAsOne() {
        read(prod, prod.asOf());
        Instant later = prod.asOf().plus(Duration.ofMinutes(45));

        read(prod, later);

        assertThat(index.asOf(List.of(PROD))).contains(later);
    }
}
