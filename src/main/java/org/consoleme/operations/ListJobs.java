package org.consoleme.operations;

import jakarta.inject.Inject;
import java.util.List;
import org.consoleme.identity.Caller;
import org.consoleme.shared.UseCase;

/** Shows all jobs with their latest runs to an administrator. */
@UseCase
public class ListJobs {
    private static final int LATEST = 5;

    private final JobRunner runner;
    private final JobRuns runs;
    private final ForAdministrators gate;

    @Inject
    public ListJobs(JobRunner runner, JobRuns runs, ForAdministrators gate) {
        this.runner = runner;
        this.runs = runs;
        this.gate = gate;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Forbidden}
     */
    public List<Overview> handle(Caller caller) {
        gate.require(caller);
        return runner.plans().stream()
                .map(plan -> new Overview(plan, runs.latest(plan.job(), LATEST)))
                .toList();
    }

    /**
     * @param latest newest first; empty if the job never ran
     */
    public record Overview(JobRunner.Plan plan, List<JobRun> latest) {
        public Overview {
            latest = List.copyOf(latest);
        }
    }
}
