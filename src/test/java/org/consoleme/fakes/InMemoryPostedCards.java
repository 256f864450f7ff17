package org.consoleme.fakes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.notifications.Copy;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RequestId;

/**
 * The record of posted messages. Lets something happen between two steps of who uses it, and can be
 * told to be away for a while.
 */
public final class InMemoryPostedCards implements PostedCards {
    private final Map<String, PostedCard> cards = new ConcurrentSkipListMap<>();
    private final Map<String, Wanted> wanted = new ConcurrentHashMap<>();

    private int failures;
    private final InMemoryOutbox outbox;

    public InMemoryPostedCards() {
        this(new InMemoryOutbox());
    }

    public InMemoryPostedCards(InMemoryOutbox outbox) {
        this.outbox = outbox;
    }

    private volatile Runnable afterReading = () -> {};
    private volatile Runnable afterReplacing = () -> {};
    private volatile Runnable onTheWay = () -> {};

    private record Wanted(Instant until, Optional<String> place) {}

    /** The next so many look-ups by place fail. */
    public synchronized void failsToFind(int times) {
        failures = times;
    }

    /** Happens once: after the next list was read, and before it is looked at. */
    public void afterReading(Runnable meanwhile) {
        afterReading = meanwhile;
    }

    /** Happens once: after the next copy was posted, and before it is written down. */
    public void onTheWay(Runnable meanwhile) {
        onTheWay = meanwhile;
    }

    /** Happens once, after the next replacement. */
    public void afterReplacing(Runnable meanwhile) {
        afterReplacing = meanwhile;
    }

    @Override
    public synchronized Optional<PostedCard> find(String place) {
        if (failures > 0) {
            failures--;
            throw new Problem.Unavailable("DynamoDB", Duration.ofSeconds(5)).asException();
        }
        return Optional.ofNullable(cards.get(place));
    }

    @Override
    public List<PostedCard> of(RequestId request) {
        List<PostedCard> read =
                cards.values().stream().filter(card -> card.request().equals(request)).toList();
        Runnable meanwhile = afterReading;
        afterReading = () -> {};
        meanwhile.run();
        return read;
    }

    @Override
    public synchronized Copy.Taking take(Copy copy, Instant now, Instant until) {
        Wanted there = wanted.get(copy.toString());
        if (there != null && there.place().isPresent()) {
            return Copy.Taking.POSTED;
        }
        if (there != null && there.until().isAfter(now)) {
            return Copy.Taking.TAKEN;
        }
        wanted.put(copy.toString(), new Wanted(until, Optional.empty()));
        return Copy.Taking.OURS;
    }

    @Override
    public boolean posted(Copy copy, Instant until, PostedCard card) {
        Runnable meanwhile = onTheWay;
        onTheWay = () -> {};
        meanwhile.run();
        return written(copy, until, card);
    }

    private synchronized boolean written(Copy copy, Instant until, PostedCard card) {
        Wanted there = wanted.get(copy.toString());
        if (there == null || !there.until().equals(until)) {
            return false;
        }
        wanted.put(copy.toString(), new Wanted(until, Optional.of(card.place())));
        cards.put(card.place(), card);
        return true;
    }

    @Override
    public synchronized void free(Copy copy, Instant until) {
        wanted.remove(copy.toString(), new Wanted(until, Optional.empty()));
    }

    @Override
    public boolean replace(PostedCard before, PostedCard after) {
        if (!stored(before, after)) {
            return false;
        }
        Runnable meanwhile = afterReplacing;
        afterReplacing = () -> {};
        meanwhile.run();
        return true;
    }

    private synchronized boolean stored(PostedCard before, PostedCard after) {
        PostedCard there = cards.get(after.place());
        if (there == null || there.revision() != before.revision()) {
            return false;
        }
        cards.put(after.place(), after);
        return true;
    }

    @Override
    public boolean outdated(PostedCard card, Instant now) {
        boolean stored = replace(card, card.outdated());
        if (stored) {
            outbox.write(card.request().value(), List.of(OutboxEvent.Kind.ANNOUNCE_REQUEST), now);
        }
        return stored;
    }

    @Override
    public synchronized void forget(Copy copy, String place) {
        Wanted there = wanted.get(copy.toString());
        if (there != null && there.place().equals(Optional.of(place))) {
            wanted.remove(copy.toString());
        }
        cards.remove(place);
    }
}
