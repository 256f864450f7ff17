package org.consoleme.fakes;

import org.consoleme.contracts.PostedCardsContract;
import org.consoleme.notifications.PostedCards;

class InMemoryPostedCardsTest extends PostedCardsContract {
    private final PostedCards cards = new InMemoryPostedCards();

    @Override
    protected PostedCards cards() {
        return cards;
    }
}
