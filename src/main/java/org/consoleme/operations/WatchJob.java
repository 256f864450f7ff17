package org.consoleme.operations;

import jakarta.inject.Inject;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UseCase;

/** Shows one run, with what became of each account, to an administrator. */
@UseCase
public class WatchJob {
    private final JobRuns runs;
    private final ForAdministrators gate;

    @Inject
    public WatchJob(JobRuns runs, ForAdministrators gate) {
        this.runs = runs;
        this.gate = gate;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Forbidden}; {@code NotFound}
     */
    public JobRun handle(Caller caller, String runId) {
        gate.require(caller);
        return Optional.of(runId)
                .filter(JobRun::isRunId)
                .flatMap(runs::find)
                .orElseThrow(() -> new Problem.NotFound("job run", runId).asException());
    }
}
