package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.consoleme.contracts.CardThreadsContract;
import org.consoleme.notifications.CardThreads;
import org.consoleme.testing.OnDynamoLocal;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnDynamoLocal
class DynamoCardThreadsIT extends CardThreadsContract {
    private static final String TABLE = TestDynamo.TABLES.slackCards().name();
    private DynamoDatabase dynamo;

    @BeforeEach
    void connect() {
        dynamo = TestDynamo.with(TestDynamo.TABLES.slackCards());
    }

    @Override
    protected CardThreads threads() {
        return new DynamoCardThreads(dynamo, TestDynamo.CONFIGURATION, SettableClock.atNoon());
    }

    @Test
    void theRowIsNoCardAndOutlivesTheLastWordByAYear() {
        threads().stands("T1#C1#1.2", "a");

        assertThat(
                        new DynamoPostedCards(
                                        dynamo,
                                        TestDynamo.CONFIGURATION,
                                        new WrittenEvents(),
                                        SettableClock.atNoon())
                                .find("T1#C1#1.2"))
                .isEmpty();
        assertThat(TestDynamo.rows(TABLE).getFirst().get("ttl").n())
                .isEqualTo("" + Instant.parse("2027-03-01T12:00:00Z").getEpochSecond());
    }

    @AfterEach
    void close() {
        dynamo.close();
    }
}
