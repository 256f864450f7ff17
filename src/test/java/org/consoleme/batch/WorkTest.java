package org.consoleme.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import java.util.Properties;
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
        assertThatThrownBy(() -> Work.in(job, fails("not published: 3 to 1")))
                .isInstanceOf(ProblemException.class);

        assertThat(job.getExitStatus())
                .isEqualTo("FAILED: authorization mapping said not published: 3 to 1.");
    }

    @Test
    void anExitStatusIsCutToWhatTheRepositoryKeeps() {
        assertThatThrownBy(() -> Work.in(job, fails("x".repeat(1000))))
                .isInstanceOf(ProblemException.class);

        assertThat(job.getExitStatus()).hasSize(250);
    }

    private static Runnable fails(String code) {
        return () -> {
            throw new Problem.Refused("authorization mapping", code).asException();
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
