package org.consoleme.platform.dynamo;

import java.time.Instant;
import java.util.List;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.contracts.PostedCardsContract;
import org.consoleme.notifications.PostedCards;
import org.consoleme.testing.ComposeContainer;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoPostedCardsCT extends PostedCardsContract {
    @RegisterExtension static final ComposeContainer DYNAMODB = DynamoContainer.create();
    private DynamoDatabase dynamo;

    @BeforeEach
    void connect() {
        dynamo =
                DynamoContainer.with(
                        DYNAMODB.address(),
                        TestDynamo.TABLES.slackCards(),
                        TestDynamo.TABLES.outbox());
    }

    @Override
    protected PostedCards cards() {
        return new DynamoPostedCards(
                dynamo, TestDynamo.CONFIGURATION, new WrittenEvents(), SettableClock.atNoon());
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
