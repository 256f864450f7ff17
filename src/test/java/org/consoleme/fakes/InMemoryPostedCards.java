package org.consoleme.fakes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.shared.RequestId;

/** The record of posted messages; a card never goes back to an earlier revision. */
public final class InMemoryPostedCards implements PostedCards {
    private final Map<String, PostedCard> cards = new ConcurrentSkipListMap<>();

    @Override
    public Optional<PostedCard> find(String place) {
        return Optional.ofNullable(cards.get(place));
    }

    @Override
    public List<PostedCard> of(RequestId request) {
        return cards.values().stream().filter(card -> card.request().equals(request)).toList();
    }

    @Override
    public void save(PostedCard card) {
        cards.merge(card.place(), card, (old, now) -> old.revision() > now.revision() ? old : now);
    }

    @Override
    public void forget(String place) {
        cards.remove(place);
    }
}
