package org.consoleme.batch;

import jakarta.batch.runtime.context.JobContext;
import java.util.Set;
import org.consoleme.access.PublishAuthorizationMapping;
import org.consoleme.accounts.RefreshAccounts;
import org.consoleme.operations.JobRun;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;

/** Runs a use case in a job of one step, and lets the job's exit status say why it failed. */
final class Work {
    /** The job repository keeps no more of an exit status. */
    private static final int LONGEST = 250;

    /** Who holds back what somebody may accept. */
    private static final Set<String> GUARDED =
            Set.of(PublishAuthorizationMapping.GUARDED, RefreshAccounts.GUARDED);

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
        return problem instanceof Problem.Refused(String by, String why) && GUARDED.contains(by)
                ? JobRun.HELD_BACK + why
                : "FAILED: " + problem.sentence();
    }
}
