package org.consoleme.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the client certificate that our own listener verified where the Servlet specification has
 * it. Liberty fills that attribute only under its application security, which we do not have, so
 * the container's own request is asked; the decision on client certificates says why.
 */
public class PeerCertificateFilter implements Filter {
    /** Jakarta Servlet 6.1, 3.9: an array of certificates, the client's own first. */
    public static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";

    private static final Logger LOG = LoggerFactory.getLogger(PeerCertificateFilter.class);

    private static final ClassValue<Optional<Method>> QUESTION =
            new ClassValue<>() {
                @Override
                protected Optional<Method> computeValue(Class<?> container) {
                    try {
                        return Optional.of(container.getMethod("getPeerCertificates"));
                    } catch (NoSuchMethodException e) {
                        return Optional.empty();
                    }
                }
            };

    private final AtomicBoolean told = new AtomicBoolean();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.isSecure() && request.getAttribute(ATTRIBUTE) == null) {
            Object certificates = peer(request);
            if (certificates != null) {
                request.setAttribute(ATTRIBUTE, certificates);
            }
        }
        chain.doFilter(request, response);
    }

    /** Null where the client showed none; a container that cannot say is as good as that. */
    private Object peer(ServletRequest request) {
        ServletRequest own = request;
        while (own instanceof ServletRequestWrapper wrapper) {
            own = wrapper.getRequest();
        }
        try {
            Optional<Method> question = QUESTION.get(own.getClass());
            if (question.isPresent()) {
                return question.get().invoke(own);
            }
            tell(null);
        } catch (ReflectiveOperationException e) {
            tell(e);
        }
        return null;
    }

    private void tell(ReflectiveOperationException cause) {
        if (told.compareAndSet(false, true)) {
            LOG.atError()
                    .setCause(cause)
                    .log("the server does not tell client certificates: none counts");
        }
    }
}
