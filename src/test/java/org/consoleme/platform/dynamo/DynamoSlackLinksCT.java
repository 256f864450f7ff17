package org.consoleme.platform.dynamo;

import org.consoleme.contracts.SlackLinksContract;
import org.consoleme.identity.SlackLinks;
import org.consoleme.testing.ComposeContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoSlackLinksCT extends SlackLinksContract {
    @RegisterExtension static final ComposeContainer DYNAMODB = DynamoContainer.create();
    private DynamoDatabase dynamo;

    @BeforeEach
    void connect() {
        dynamo = DynamoContainer.with(DYNAMODB.address(), TestDynamo.TABLES.slackLinks());
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
