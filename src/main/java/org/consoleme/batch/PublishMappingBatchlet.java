package org.consoleme.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.consoleme.access.PublishAuthorizationMapping;

/** The step of the job {@code authorization}. */
@Named("publishMapping")
@Dependent
public class PublishMappingBatchlet extends AbstractBatchlet {
    private final PublishAuthorizationMapping useCase;
    private final JobContext job;
    private final String acceptDrop;

    @Inject
    public PublishMappingBatchlet(
            PublishAuthorizationMapping useCase,
            JobContext job,
            @BatchProperty(name = "acceptDrop") String acceptDrop) {
        this.useCase = useCase;
        this.job = job;
        this.acceptDrop = acceptDrop;
    }

    @Override
    public String process() {
        return Work.in(job, () -> useCase.handle(Boolean.parseBoolean(acceptDrop)));
    }
}
