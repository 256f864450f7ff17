package org.consoleme.fakes;

import java.time.Clock;
import org.consoleme.contracts.EphemeralContract;
import org.consoleme.shared.Ephemeral;

class InMemoryEphemeralTest extends EphemeralContract {
    private final Ephemeral store = new InMemoryEphemeral(Clock.systemUTC());

    @Override
    protected Ephemeral store() {
        return store;
    }
}
