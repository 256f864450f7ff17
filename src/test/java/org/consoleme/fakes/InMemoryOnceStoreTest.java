package org.consoleme.fakes;

import java.time.Clock;
import org.consoleme.contracts.OnceStoreContract;
import org.consoleme.shared.OnceStore;

class InMemoryOnceStoreTest extends OnceStoreContract {
    private final OnceStore store = new InMemoryOnceStore(Clock.systemUTC());

    @Override
    protected OnceStore store() {
        return store;
    }
}
