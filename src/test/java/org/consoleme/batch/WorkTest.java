package org.consoleme.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import java.util.Properties;
import org.consoleme.access.PublishAuthorizationMapping;
import org.consoleme.operations.JobRun;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;

class WorkTest {
    private final Context job = new Context();

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

    private static final class Context implements JobContext {
        private String exitStatus;

        @Override
        public String getJobName() {
            return "authorization";
        }

        @Override
        public Object getTransientUserData() {
            return null;
        }

        @Override
        public void setTransientUserData(Object data) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long getInstanceId() {
            return 1;
        }

        @Override
        public long getExecutionId() {
            return 1;
        }

        @Override
        public Properties getProperties() {
            return new Properties();
        }

        @Override
        public BatchStatus getBatchStatus() {
            return BatchStatus.STARTED;
        }

        @Override
        public String getExitStatus() {
            return exitStatus;
        }

        @Override
        public void setExitStatus(String status) {
            exitStatus = status;
        }
    }
}
