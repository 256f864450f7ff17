package org.consoleme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.batch.runtime.BatchStatus;
import java.time.Duration;
import org.consoleme.accounts.AccountList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While no account is known nobody finds a role: when what is to change that is tried again. */
class FirstRunsTest {
    private final Node.Shared shared = new Node.Shared();
    private final Node node = new Node(shared, "a");

    @BeforeEach
    void noAccountIsKnown() {
        shared.accounts.replace(AccountList.NONE);
    }

    @Test
    void aFirstRunThatFailedIsTriedAgainWithinHalfAMinute() {
        node.ended(JobCatalog.ACCOUNTS, BatchStatus.FAILED);
        shared.clock.advance(Duration.ofSeconds(29));
        node.due.look();
        assertThat(node.count("accounts")).isEqualTo(1);

        shared.clock.advance(Duration.ofSeconds(5));
        node.due.look();

        assertThat(node.count("accounts")).isEqualTo(2);
    }

    @Test
    void firstRunsThatKeepFailingAreTriedAgainLessOften() {
        for (int run = 0; run < ScheduleRule.FIRST_RUNS; run++) {
            node.ended(JobCatalog.ACCOUNTS, BatchStatus.FAILED);
            shared.clock.advance(Duration.ofSeconds(34));
        }
        node.due.look();
        assertThat(node.count("accounts")).isEqualTo(ScheduleRule.FIRST_RUNS);

        shared.clock.advance(Duration.ofMinutes(6));
        node.due.look();

        assertThat(node.count("accounts")).isEqualTo(ScheduleRule.FIRST_RUNS + 1);
    }

    @Test
    void theNextTimeThatIsToldIsTheOneThatIsKept() {
        node.ended(JobCatalog.ACCOUNTS, BatchStatus.FAILED);

        assertThat(
                        node.runner.plans().stream()
                                .filter(plan -> plan.job().equals(JobCatalog.ACCOUNTS))
                                .map(plan -> plan.nextRunAt().orElseThrow()))
                .singleElement()
                .satisfies(
                        next ->
                                assertThat(next)
                                        .isBetween(
                                                shared.clock.instant().plusSeconds(30),
                                                shared.clock.instant().plusSeconds(33)));
    }
}
