package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRun.AccountOutcome;
import org.junit.jupiter.api.Test;

/** Rows that this release did not write. */
class JobRunItemTest {
    @Test
    void aRowWithoutWhatMakesItARunIsNone() {
        for (String missing : new String[] {"run_id", "job", "started_at"}) {
            Map<String, Object> row = row();
            row.remove(missing);

            assertThat(JobRunItem.read(ItemCodec.OURS.item(row))).isEmpty();
        }
    }

    @Test
    void aJobThatNobodyCouldNameIsNone() {
        Map<String, Object> row = row();
        row.put("job", "no JOB!");

        assertThat(JobRunItem.read(ItemCodec.OURS.item(row))).isEmpty();
    }

    @Test
    void wordsOfALaterReleaseCostNoRun() {
        Map<String, Object> row = row();
        row.put("batch_status", "PAUSED");
        row.put(
                "outcomes",
                Map.of(
                        "200000000002", Map.of("state", "RESTING"),
                        "not an account", Map.of("state", "COMPLETED")));

        JobRun run = JobRunItem.read(ItemCodec.OURS.item(row)).orElseThrow();

        assertThat(run.batchStatus()).isEqualTo(JobRun.BatchStatus.ABANDONED);
        assertThat(run.accounts())
                .singleElement()
                .extracting(AccountOutcome::state)
                .isEqualTo(AccountOutcome.State.WAITING);
    }

    private static Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("run_id", "01JD");
        row.put("job", "account-iam");
        row.put("started_at", 1_772_366_400_000L);
        row.put("batch_status", "COMPLETED");
        return row;
    }
}
