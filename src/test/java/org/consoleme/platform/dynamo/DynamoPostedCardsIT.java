package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.contracts.PostedCardsContract;
import org.consoleme.notifications.Copy;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.shared.RequestId;
import org.consoleme.testing.OnDynamoLocal;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnDynamoLocal
class DynamoPostedCardsIT extends PostedCardsContract {
    private static final String TABLE = TestDynamo.TABLES.slackCards().name();
    private DynamoDatabase dynamo;

    @BeforeEach
    void connect() {
        dynamo = TestDynamo.with(TestDynamo.TABLES.slackCards(), TestDynamo.TABLES.outbox());
    }

    @Override
    protected PostedCards cards() {
        return new DynamoPostedCards(
                dynamo, TestDynamo.CONFIGURATION, new WrittenEvents(), SettableClock.atNoon());
    }

    @Test
    void aRowOutlivesTheLastDrawingByAYear() {
        Copy copy = new Copy("T1#C1", new RequestId("r-1"), PostedCard.Kind.CARD);
        cards().take(copy, Instant.EPOCH, Instant.EPOCH);
        cards().posted(
                        copy,
                        Instant.EPOCH,
                        new PostedCard(
                                "T1#C1#1.2", copy.request(), copy.kind(), "abc", 1, Instant.EPOCH));

        assertThat(TestDynamo.rows(TABLE))
                .hasSize(2)
                .extracting(row -> row.get("ttl").n())
                .containsOnly("" + Instant.parse("2027-03-01T12:00:00Z").getEpochSecond());
    }

    @Test
    void aRowOfAnotherShapeIsNoCard() {
        TestDynamo.put(
                TABLE,
                Map.of(
                        "card_key", AttributeValue.fromS("T1#C1#1.2"),
                        "request_id", AttributeValue.fromS("r-1"),
                        "kind", AttributeValue.fromS("FAX")));

        assertThat(cards().find("T1#C1#1.2")).isEmpty();
        assertThat(cards().of(new RequestId("r-1"))).isEmpty();
    }

    @Override
    protected List<String> announced() {
        return new DynamoOutbox(dynamo, TestDynamo.CONFIGURATION, new WrittenEvents())
                .due(Instant.MAX, 100).stream().map(OutboxEvent::subject).toList();
    }

    @AfterEach
    void close() {
        dynamo.close();
    }
}
