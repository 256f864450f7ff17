package org.consoleme.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consoleme.operations.Check;
import org.consoleme.operations.SelfCheck;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready even while a dependency is away: what can be served is served. The state of each dependency
 * that readiness looks at stands beside, by name alone.
 */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
    private SelfCheck selfCheck;

    /** For the container's proxy. */
    protected Ready() {}

    @Inject
    public Ready(SelfCheck selfCheck) {
        this.selfCheck = selfCheck;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("dependencies").up();
        selfCheck.lastReport().lines().stream()
                .filter(SelfCheck.Line::partOfReadiness)
                .filter(line -> line.finding().state() != Check.State.OFF)
                .forEach(line -> answer.withData(line.name(), line.finding().state().name()));
        return answer.build();
    }
}
