package org.consoleme.fakes;

import org.consoleme.contracts.CardThreadsContract;
import org.consoleme.notifications.CardThreads;

class InMemoryCardThreadsTest extends CardThreadsContract {
    private final CardThreads threads = new InMemoryCardThreads();

    @Override
    protected CardThreads threads() {
        return threads;
    }
}
