package org.consoleme.platform.dynamo;

import org.consoleme.contracts.SlackLinksContract;
import org.consoleme.identity.SlackLinks;
import org.consoleme.testing.DynamoLocalExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoLocalExtension.class)
class DynamoSlackLinksIT extends SlackLinksContract {
    private DynamoDatabase dynamo;

    @BeforeEach
    void connect() {
        dynamo = TestDynamo.with(TestDynamo.TABLES.slackLinks());
    }

    @Override
    protected SlackLinks links() {
        return new DynamoSlackLinks(dynamo, TestDynamo.CONFIGURATION);
    }

    @AfterEach
    void close() {
        dynamo.close();
    }
}
