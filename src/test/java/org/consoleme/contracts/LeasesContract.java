package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.operations.Leases;
import org.junit.jupiter.api.Test;

public abstract class LeasesContract {
    private static final Duration LONG = Duration.ofMinutes(5);

    protected abstract Leases leases();

    @Test
    void oneNodeHoldsALease() {
        Leases leases = leases();

        assertThat(leases.take("account-iam", "node-1", LONG)).isPresent();
        assertThat(leases.take("account-iam", "node-2", LONG)).isEmpty();
        assertThat(leases.take("accounts", "node-2", LONG)).isPresent();
    }

    @Test
    void aLeaseThatWasGivenBackIsFree() {
        Leases leases = leases();
        leases.take("account-iam", "node-1", LONG).orElseThrow().close();

        assertThat(leases.take("account-iam", "node-2", LONG)).isPresent();
    }

    @Test
    void aNodeThatRestartsTakesItsOwnLeaseOver() {
        Leases leases = leases();
        leases.take("account-iam", "node-1", LONG);

        assertThat(leases.take("account-iam", "node-1", LONG)).isPresent();
    }

    @Test
    void aNameThatOnlyBeginsLikeTheHoldersIsSomebodyElse() {
        Leases leases = leases();
        leases.take("account-iam", "node-12", LONG);

        assertThat(leases.take("account-iam", "node-1", LONG)).isEmpty();
    }

    @Test
    void aHeldLeaseIsRenewedAndALostOneIsNot() {
        Leases leases = leases();
        Leases.Lease lease = leases.take("account-iam", "node-1", LONG).orElseThrow();

        assertThat(lease.renew()).isTrue();
        lease.close();
        leases.take("account-iam", "node-2", LONG);

        assertThat(lease.renew()).isFalse();
    }

    @Test
    void whoLostALeaseCannotGiveItBackForAnother() {
        Leases leases = leases();
        Leases.Lease lost = leases.take("account-iam", "node-1", LONG).orElseThrow();
        lost.close();
        leases.take("account-iam", "node-2", LONG);

        lost.close();

        assertThat(leases.take("account-iam", "node-3", LONG)).isEmpty();
    }

    @Test
    void aLeaseEndsWithItsLife() {
        Leases leases = leases();
        leases.take("account-iam", "node-1", Duration.ofMillis(50));

        Optional<Leases.Lease> taken =
                await().atMost(Duration.ofSeconds(3))
                        .until(
                                () -> leases.take("account-iam", "node-2", LONG),
                                Optional::isPresent);

        assertThat(taken).isPresent();
    }
}
