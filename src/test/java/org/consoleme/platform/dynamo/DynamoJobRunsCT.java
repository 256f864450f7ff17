package org.consoleme.platform.dynamo;

import org.consoleme.contracts.JobRunsContract;
import org.consoleme.operations.JobRuns;
import org.consoleme.testing.ComposeContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoJobRunsCT extends JobRunsContract {
    @RegisterExtension static final ComposeContainer DYNAMODB = DynamoContainer.create();
    private DynamoDatabase dynamo;

    @BeforeEach
    void connect() {
        dynamo = DynamoContainer.with(DYNAMODB.address(), TestDynamo.TABLES.jobRuns());
    }

    @Override
    protected JobRuns runs() {
        return new DynamoJobRuns(dynamo, TestDynamo.CONFIGURATION);
    }

    @AfterEach
    void close() {
        dynamo.close();
    }
}
