package org.consoleme.operations;

import org.consoleme.shared.Problem;

/** The name of a job: that of its file in {@code batch-jobs/}. */
public record JobId(String value) {
    public JobId {
        if (value == null || !value.matches("[a-z][a-z-]{1,63}")) {
            throw new Problem.Invalid("job", "a job's name is lower-case letters and dashes")
                    .asException();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
