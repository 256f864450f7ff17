package org.consoleme.operations;

import jakarta.inject.Inject;
import java.util.Map;
import org.consoleme.identity.Caller;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UseCase;

/** Starts a run of a job, for an administrator. */
@UseCase
public class StartJob {
    private final JobRunner runner;
    private final ForAdministrators gate;

    @Inject
    public StartJob(JobRunner runner, ForAdministrators gate) {
        this.runner = runner;
        this.gate = gate;
    }

    /**
     * @param parameters of the job's own, by name; most jobs have none
     * @throws ProblemException {@code Forbidden}; {@code NotFound} for an unknown job; {@code
     *     Invalid} naming a parameter that the job does not have; {@code Conflict} naming the run
     *     that is under way
     */
    public JobRun handle(Caller caller, JobId job, Map<String, String> parameters) {
        String subject = "start " + job;
        gate.requireForCommand(caller, subject);
        try {
            return runner.start(job, caller.user().value(), parameters);
        } catch (ProblemException e) {
            gate.failed(caller, subject, e.problem());
            throw e;
        }
    }
}
