package org.consoleme.platform.dynamo;

import java.time.Clock;
import org.consoleme.contracts.SignInsContract;
import org.consoleme.identity.SignIns;
import org.consoleme.testing.OnDynamoLocal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@OnDynamoLocal
class DynamoSignInsIT extends SignInsContract {
    private DynamoDatabase dynamo;

    @BeforeEach
    void connect() {
        dynamo = TestDynamo.with(TestDynamo.TABLES.signIns());
    }

    @Override
    protected SignIns signIns() {
        return new DynamoSignIns(dynamo, TestDynamo.CONFIGURATION, Clock.systemUTC());
    }

    @Override
    protected SignIns elsewhere() {
        return signIns();
    }

    @AfterEach
    void close() {
        dynamo.close();
    }
}
