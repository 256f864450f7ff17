package org.consoleme.batch;

import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import java.util.Properties;

/** A job that has started; remembers its exit status. */
final class TestJobContext implements JobContext {
    private final String name;
    private String exitStatus;

    TestJobContext(String name) {
        this.name = name;
    }

    @Override
    public String getJobName() {
        return name;
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
