package org.consoleme.platform.dynamo;

import java.util.List;
import org.consoleme.access.GrantChanges;
import org.consoleme.access.Grants;
import org.consoleme.audit.Outbox;
import org.consoleme.contracts.GrantsContract;
import org.consoleme.testing.ComposeContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoGrantsCT extends GrantsContract {
    @RegisterExtension static final ComposeContainer DYNAMODB = DynamoContainer.create();
    private final WrittenEvents written = new WrittenEvents();
    private DynamoDatabase dynamo;

    @BeforeEach
    void connect() {
        dynamo =
                DynamoContainer.with(
                        DYNAMODB.address(),
                        TestDynamo.TABLES.grants(),
                        TestDynamo.TABLES.auditEvents(),
                        TestDynamo.TABLES.outbox());
    }

    @Override
    protected Grants grants() {
        return new DynamoGrants(dynamo, TestDynamo.CONFIGURATION, written, new OneNode());
    }

    @Override
    protected Outbox outbox() {
        return new DynamoOutbox(dynamo, TestDynamo.CONFIGURATION, written);
    }

    @Override
    protected List<String> auditedSubjects() {
        return DynamoContainer.rows(dynamo, TestDynamo.TABLES.auditEvents()).stream()
                .map(row -> row.get("subject").s())
                .toList();
    }

    /** Nobody else is there to be told. */
    private static final class OneNode implements GrantChanges {
        @Override
        public void publish() {}

        @Override
        public void listen(Runnable listener) {}
    }

    @AfterEach
    void close() {
        dynamo.close();
    }
}
