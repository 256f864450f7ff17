package org.consoleme.platform.dynamo;

import org.consoleme.contracts.JobRunsContract;
import org.consoleme.operations.JobRuns;
import org.consoleme.testing.OnDynamoLocal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@OnDynamoLocal
class DynamoJobRunsIT extends JobRunsContract {
    private DynamoDatabase dynamo;

    @BeforeEach
    void connect() {
        dynamo = TestDynamo.with(TestDynamo.TABLES.jobRuns());
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
