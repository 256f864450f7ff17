package org.consoleme.fakes;

import org.consoleme.contracts.SignInsContract;
import org.consoleme.identity.SignIns;

class InMemorySignInsTest extends SignInsContract {
    private final SignIns signIns = new InMemorySignIns();

    @Override
    protected SignIns signIns() {
        return signIns;
    }

    @Override
    protected SignIns elsewhere() {
        return signIns;
    }
}
