package org.consoleme.fakes;

import java.time.Clock;
import org.consoleme.contracts.LeasesContract;
import org.consoleme.operations.Leases;

class InMemoryLeasesTest extends LeasesContract {
    private final Leases leases = new InMemoryLeases(Clock.systemUTC());

    @Override
    protected Leases leases() {
        return leases;
    }
}
