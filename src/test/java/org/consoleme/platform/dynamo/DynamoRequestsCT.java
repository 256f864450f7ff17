package org.consoleme.platform.dynamo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.contracts.RequestsContract;
import org.consoleme.requests.Requests;
import org.consoleme.testing.ComposeContainer;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoRequestsCT extends RequestsContract {
    @RegisterExtension static final ComposeContainer DYNAMODB = DynamoContainer.create();
    private static final Instant ANY_TIME = Instant.parse("2100-01-01T00:00:00Z");

    private final WrittenEvents written = new WrittenEvents();
    private DynamoDatabase dynamo;

    @BeforeEach
    void connect() {
        dynamo =
                DynamoContainer.with(
                        DYNAMODB.address(),
                        TestDynamo.TABLES.requestState(),
                        TestDynamo.TABLES.auditEvents(),
                        TestDynamo.TABLES.outbox(),
                        TestDynamo.policyRequests(Optional.empty()));
    }

    @Override
    protected Requests requests() {
        return new DynamoRequests(
                dynamo, TestDynamo.CONFIGURATION, written, SettableClock.atNoon());
    }

    @Override
    protected int auditRows() {
        return DynamoContainer.rows(dynamo, TestDynamo.TABLES.auditEvents()).size();
    }

    @Override
    protected List<OutboxEvent> effects() {
        return new DynamoOutbox(dynamo, TestDynamo.CONFIGURATION, written).due(ANY_TIME, 1000);
    }

    @AfterEach
    void close() {
        dynamo.close();
    }
}
