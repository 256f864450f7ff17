package org.consoleme.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.consoleme.identity.Sessions;
import org.consoleme.identity.Token;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.web.Cookies;
import org.consoleme.web.WebSettings;
import org.consoleme.web.errors.AnswerException;
import org.consoleme.web.errors.ErrorAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs out: the token itself ends, not only the browser's copy (D-16). */
@Single
@Path("/api/v2/logout")
@Produces(MediaType.APPLICATION_JSON)
public class LogoutResource {
    private static final Logger LOG = LoggerFactory.getLogger(LogoutResource.class);
    private static final String[] UNSET = {
        "message", "errors", "count", "total", "page", "last_page", "data"
    };

    private final WebSettings web;
    private final SignInSettings settings;
    private final WebCallers callers;
    private final Sessions sessions;

    @Inject
    public LogoutResource(
            WebSettings web, SignInSettings settings, WebCallers callers, Sessions sessions) {
        this.web = web;
        this.settings = settings;
        this.callers = callers;
        this.sessions = sessions;
    }

    @GET
    public Response get(@Context HttpServletRequest request) {
        if (!settings.setCookie()) {
            throw new AnswerException(
                    ErrorAnswer.of(
                            400,
                            "logout_failure",
                            "Signing out happens where you sign in: this server sets no cookie"
                                    + " (auth.set_auth_cookie)."));
        }
        callers.session(request).ifPresent(this::end);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", "redirect");
        body.put("reason", "logout_redirect");
        body.put("redirect_url", settings.afterSignOut());
        body.put("status_code", 200);
        for (String name : UNSET) {
            body.put(name, null);
        }
        Response.ResponseBuilder response = Response.ok(body);
        response.header("Set-Cookie", cleared(web.sessionCookie()));
        settings.extraCookies().forEach(name -> response.header("Set-Cookie", cleared(name)));
        return response.build();
    }

    /** The browser forgets its copy even while the store cannot be told. */
    private void end(Token session) {
        try {
            sessions.end(session);
        } catch (ProblemException away) {
            LOG.atWarn()
                    .addKeyValue("reason", away.problem().sentence())
                    .log("signed out in the browser only");
        }
    }

    private String cleared(String name) {
        return Cookies.line(name, "", Duration.ZERO, true, web.secureCookies(), web.sameSite());
    }
}
