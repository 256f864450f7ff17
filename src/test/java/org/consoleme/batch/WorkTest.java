package org.consoleme.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.consoleme.access.PublishAuthorizationMapping;
import org.consoleme.operations.JobRun;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;

class WorkTest {
    private final TestJobContext job = new TestJobContext("authorization");

    @Test
    void workThatIsDoneIsCompleted() {
        assertThat(Work.in(job, () -> {})).isEqualTo("COMPLETED");
        assertThat(job.getExitStatus()).isNull();
    }

    @Test
    void aProblemFailsTheJobAndItsExitStatusSaysWhy() {
        assertThatThrownBy(() -> Work.in(job, fails("DynamoDB", "AccessDenied")))
                .isInstanceOf(ProblemException.class);

        assertThat(job.getExitStatus()).isEqualTo("FAILED: DynamoDB said AccessDenied.");
    }

    @Test
    void aMappingThatIsHeldBackSaysSoWithItsFigures() {
        assertThatThrownBy(
                        () -> Work.in(job, fails(PublishAuthorizationMapping.GUARDED, "60 to 4")))
                .isInstanceOf(ProblemException.class);

        assertThat(job.getExitStatus()).isEqualTo(JobRun.HELD_BACK + "60 to 4");
    }

    @Test
    void anExitStatusIsCutToWhatTheRepositoryKeeps() {
        assertThatThrownBy(() -> Work.in(job, fails("DynamoDB", "x".repeat(1000))))
                .isInstanceOf(ProblemException.class);

        assertThat(job.getExitStatus()).hasSize(250);
    }

    private static Runnable fails(String dependency, String code) {
        return () -> {
            throw new Problem.Refused(dependency, code).asException();
        };
    }
}
