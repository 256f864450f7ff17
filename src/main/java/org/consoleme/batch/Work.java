package org.consoleme.batch;

import jakarta.batch.runtime.context.JobContext;
import org.consoleme.access.PublishAuthorizationMapping;
import org.consoleme.operations.JobRun;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;

/** Runs a use case in a job of one step, and lets the job's exit status say why it failed. */
final class Work {
    /** The job repository keeps no more of an exit status. */
    private static final int LONGEST = 250;

    private Work() {}

    static String in(JobContext job, Runnable useCase) {
        try {
            useCase.run();
            return "COMPLETED";
        } catch (ProblemException e) {
            String status = status(e.problem());
            job.setExitStatus(status.substring(0, Math.min(LONGEST, status.length())));
            throw e;
        }
    }

    private static String status(Problem problem) {
        return problem instanceof Problem.Refused(String by, String why)
                        && by.equals(PublishAuthorizationMapping.GUARDED)
                ? JobRun.HELD_BACK + why
                : "FAILED: " + problem.sentence();
    }
}
