package org.consoleme.platform.dynamo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.notifications.PostedCard;

/** Cards that do not show what they should: each is out of date together with an announcement. */
final class OutdatedCards {
    private final DynamoDatabase dynamo;
    private final Clock clock;
    private final WrittenEvents written;
    private final String cards;
    private final String outbox;

    OutdatedCards(DynamoDatabase dynamo, DynamoTables tables, WrittenEvents written, Clock clock) {
        this.dynamo = dynamo;
        this.clock = clock;
        this.written = written;
        cards = tables.slackCards().name();
        outbox = tables.outbox().name();
    }

    /**
     * @see org.consoleme.notifications.PostedCards#outdated
     */
    boolean mark(PostedCard card, Instant now) {
        List<OutboxEvent> events =
                OutboxItem.events(
                        card.request().value(), List.of(OutboxEvent.Kind.ANNOUNCE_REQUEST), now);
        Transaction both =
                new Transaction()
                        .put(
                                cards,
                                PostedCardItem.of(card.outdated(), clock.instant()),
                                "revision = :before",
                                Map.of(":before", ItemCodec.OURS.attribute(card.revision())));
        events.forEach(event -> both.put(outbox, OutboxItem.of(event)));
        if (both.runIfMet(dynamo)) {
            written.tell(events);
            return true;
        }
        return false;
    }
}
