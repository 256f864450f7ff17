package org.consoleme.platform.aws;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.consoleme.shared.Single;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Times each call to STS, retries included: {@code consoleme.sts.calls} by operation and outcome
 * ({@code done}, {@code denied}, {@code refused}, {@code throttled}, {@code unanswered}).
 */
@Single
public class StsMeter implements ExecutionInterceptor {
    private static final ExecutionAttribute<Long> BEGUN =
            new ExecutionAttribute<>(StsMeter.class.getName());
    private static final int SERVER_ERROR = 500;

    private final MeterRegistry registry;

    @Inject
    public StsMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
        attributes.putAttribute(BEGUN, System.nanoTime());
    }

    @Override
    public void afterExecution(Context.AfterExecution call, ExecutionAttributes attributes) {
        record(attributes, "done");
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution call, ExecutionAttributes attributes) {
        record(attributes, outcome(call.exception()));
    }

    private void record(ExecutionAttributes attributes, String outcome) {
        Long begun = attributes.getAttribute(BEGUN);
        if (begun != null) {
            registry.timer(
                            "consoleme.sts.calls",
                            "operation",
                            attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
                            "outcome",
                            outcome)
                    .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    private static String outcome(Throwable failure) {
        if (!(failure instanceof AwsServiceException answer)
                || answer.statusCode() >= SERVER_ERROR) {
            return "unanswered";
        }
        if (answer.isThrottlingException()) {
            return "throttled";
        }
        return AwsErrors.isAccessDenied(answer) ? "denied" : "refused";
    }
}
