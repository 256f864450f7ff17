package org.consoleme.platform.dynamo;

import org.consoleme.contracts.CardThreadsContract;
import org.consoleme.notifications.CardThreads;
import org.consoleme.testing.ComposeContainer;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoCardThreadsCT extends CardThreadsContract {
    @RegisterExtension static final ComposeContainer DYNAMODB = DynamoContainer.create();
    private DynamoDatabase dynamo;

    @BeforeEach
    void connect() {
        dynamo = DynamoContainer.with(DYNAMODB.address(), TestDynamo.TABLES.slackCards());
    }

    @Override
    protected CardThreads threads() {
        return new DynamoCardThreads(dynamo, TestDynamo.CONFIGURATION, SettableClock.atNoon());
    }

    @AfterEach
    void close() {
        dynamo.close();
    }
}
