package org.consoleme.web.health;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.concurrent.TimeUnit;

/**
 * Times each resource method; labels are method names of ours and status classes, nothing of the
 * request.
 */
@Provider
public class RequestMeter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String BEGUN = RequestMeter.class.getName();
    private static final int CLASS = 100;

    @Inject MeterRegistry registry;
    @Context ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(BEGUN, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(BEGUN) instanceof Long begun
                && resource.getResourceMethod() != null) {
            String method =
                    resource.getResourceClass().getSimpleName()
                            + "."
                            + resource.getResourceMethod().getName();
            registry.timer(
                            "http.requests",
                            "resource",
                            method,
                            "status",
                            response.getStatus() / CLASS + "xx")
                    .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }
}
