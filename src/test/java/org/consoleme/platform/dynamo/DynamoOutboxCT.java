package org.consoleme.platform.dynamo;

import java.util.List;
import org.consoleme.audit.Outbox;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.contracts.OutboxContract;
import org.consoleme.testing.ComposeContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoOutboxCT extends OutboxContract {
    @RegisterExtension static final ComposeContainer DYNAMODB = DynamoContainer.create();
    private final WrittenEvents written = new WrittenEvents();
    private DynamoDatabase dynamo;

    @BeforeEach
    void connect() {
        dynamo = DynamoContainer.with(DYNAMODB.address(), TestDynamo.TABLES.outbox());
    }

    @Override
    protected Outbox outbox() {
        return new DynamoOutbox(dynamo, TestDynamo.CONFIGURATION, written);
    }

    @Override
    protected void write(OutboxEvent event) {
        new Transaction().put(TestDynamo.TABLES.outbox().name(), OutboxItem.of(event)).run(dynamo);
        written.tell(List.of(event));
    }

    @AfterEach
    void close() {
        dynamo.close();
    }
}
