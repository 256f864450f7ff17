package org.consoleme.operations;

import jakarta.inject.Inject;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UseCase;

/** Asks a run to stop, on whatever node it is, for an administrator. */
@UseCase
public class StopJob {
    private final JobRunner runner;
    private final ForAdministrators gate;

    @Inject
    public StopJob(JobRunner runner, ForAdministrators gate) {
        this.runner = runner;
        this.gate = gate;
    }

    /**
     * Returns at once; the run's node obeys within seconds.
     *
     * @throws ProblemException {@code Forbidden}; {@code NotFound}; {@code Conflict} if the run has
     *     ended
     */
    public void handle(Caller caller, String runId) {
        boolean possible = JobRun.isRunId(runId);
        String subject = "stop run " + (possible ? runId : "that cannot be");
        gate.requireForCommand(caller, subject);
        try {
            if (!possible) {
                throw new Problem.NotFound("job run", "").asException();
            }
            runner.stop(runId);
        } catch (ProblemException e) {
            gate.failed(caller, subject, e.problem());
            throw e;
        }
    }
}
