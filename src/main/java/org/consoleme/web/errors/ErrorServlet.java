package org.consoleme.web.errors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.web.RequestIdFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the container itself refuses, or a filter throws: the same bodies, never its own pages. */
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ErrorServlet.class);

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        HttpServletRequest asked = new Asked(request);
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Problem problem = problem(thrown);
        if (problem != null) {
            ErrorWriter.write(asked, response, problem);
        } else {
            ErrorWriter.write(asked, response, answer(request, thrown));
        }
    }

    private static Problem problem(Object thrown) {
        Throwable cause = thrown instanceof Throwable first ? first : null;
        for (int i = 0; cause != null && i < 10; i++, cause = cause.getCause()) {
            if (cause instanceof ProblemException e) {
                return e.problem();
            }
        }
        return null;
    }

    private static ErrorAnswer answer(HttpServletRequest request, Object thrown) {
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? code
                        : 404;
        boolean clientError = status >= 400 && status < 500;
        if (!RequestIdFilter.ran(request)) {
            return FrameworkErrors.of(clientError ? status : 404);
        }
        if (clientError && thrown == null) {
            return FrameworkErrors.of(status);
        }
        String id = UUID.randomUUID().toString();
        LOG.atError()
                .setCause(thrown instanceof Throwable cause ? cause : null)
                .addKeyValue("incident", id)
                .log("unexpected error");
        return FrameworkErrors.incident(id);
    }

    /** The address that was asked, not this servlet's own. */
    private static final class Asked extends HttpServletRequestWrapper {
        Asked(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                    ? uri
                    : super.getRequestURI();
        }
    }
}
