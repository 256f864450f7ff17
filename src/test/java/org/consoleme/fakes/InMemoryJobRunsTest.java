package org.consoleme.fakes;

import org.consoleme.contracts.JobRunsContract;
import org.consoleme.operations.JobRuns;

class InMemoryJobRunsTest extends JobRunsContract {
    private final JobRuns runs = new InMemoryJobRuns();

    @Override
    protected JobRuns runs() {
        return runs;
    }
}
