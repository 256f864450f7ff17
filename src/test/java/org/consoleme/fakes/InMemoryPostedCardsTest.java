package org.consoleme.fakes;

import java.util.List;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.contracts.PostedCardsContract;
import org.consoleme.notifications.PostedCards;

class InMemoryPostedCardsTest extends PostedCardsContract {
    private final InMemoryOutbox outbox = new InMemoryOutbox();

    @Override
    protected PostedCards cards() {
        return new InMemoryPostedCards(outbox);
    }

    @Override
    protected List<String> announced() {
        return outbox.all().stream().map(OutboxEvent::subject).toList();
    }
}
