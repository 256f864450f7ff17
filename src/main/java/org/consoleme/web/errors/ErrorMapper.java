package org.consoleme.web.errors;

import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that a resource or the framework throws. What nobody foresaw is our bug: it is logged
 * once under an incident id, and the client sees only that id.
 */
@Provider
@Single
public class ErrorMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);
    private static final int MAX_CAUSES = 10;
    private static final Problem NO_JSON =
            new Problem.Invalid("body", "not JSON of the form wanted");

    @Context HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
            switch (cause) {
                case ProblemException e -> {
                    return drawn(ErrorWriter.draw(request, e.problem()));
                }
                case AnswerException e -> {
                    return drawn(e.answer());
                }
                case InvalidDefinitionException e -> {
                    return incident(e);
                }
                default -> {
                    if (UnreadableBody.is(cause)) {
                        return drawn(ErrorWriter.draw(request, NO_JSON));
                    }
                }
            }
        }
        return thrown instanceof WebApplicationException e ? framework(e) : incident(thrown);
    }

    private Response framework(WebApplicationException thrown) {
        Response made = thrown.getResponse();
        return switch (made.getStatusInfo().getFamily()) {
            case CLIENT_ERROR -> {
                Response drawn = drawn(FrameworkErrors.of(made.getStatus()));
                String allow = made.getHeaderString(HttpHeaders.ALLOW);
                yield allow == null
                        ? drawn
                        : Response.fromResponse(drawn).header(HttpHeaders.ALLOW, allow).build();
            }
            case SERVER_ERROR -> incident(thrown);
            default -> made;
        };
    }

    private Response incident(Throwable thrown) {
        String id = UUID.randomUUID().toString();
        LOG.atError().setCause(thrown).addKeyValue("incident", id).log("unexpected error");
        return drawn(FrameworkErrors.incident(id));
    }

    private Response drawn(ErrorAnswer answer) {
        Response.ResponseBuilder response =
                Response.status(answer.status())
                        .type(ErrorWriter.mediaType(request))
                        .entity(ErrorWriter.body(request, answer));
        answer.retryAfter()
                .ifPresent(
                        after ->
                                response.header(
                                        HttpHeaders.RETRY_AFTER, ErrorWriter.seconds(after)));
        return response.build();
    }
}
