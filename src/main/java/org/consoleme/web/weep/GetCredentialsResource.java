package org.consoleme.web.weep;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.consoleme.accounts.Accounts;
import org.consoleme.credentials.TemporaryCredentials;
import org.consoleme.credentials.VendCredentials;
import org.consoleme.credentials.VendRequest;
import org.consoleme.identity.Caller;
import org.consoleme.identity.IssuedToken;
import org.consoleme.identity.Sessions;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.web.Cookies;
import org.consoleme.web.Json;
import org.consoleme.web.RequestIdFilter;
import org.consoleme.web.WebSettings;
import org.consoleme.web.errors.AnswerException;
import org.consoleme.web.errors.ErrorAnswer;
import org.consoleme.web.errors.ErrorWriter;
import org.consoleme.web.errors.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** {@code POST /api/v1/get_credentials}: keys for a terminal, whose token slides with each call. */
@Single
@Path("/api/v1/get_credentials")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GetCredentialsResource {
    private static final Logger LOG = LoggerFactory.getLogger(GetCredentialsResource.class);

    private final CliCallers callers;
    private final VendCredentials vend;
    private final Accounts accounts;
    private final Sessions sessions;
    private final WebSettings web;
    private final Clock clock;

    @Inject
    public GetCredentialsResource(
            CliCallers callers,
            VendCredentials vend,
            Accounts accounts,
            Sessions sessions,
            WebSettings web,
            Clock clock) {
        this.callers = callers;
        this.vend = vend;
        this.accounts = accounts;
        this.sessions = sessions;
        this.web = web;
        this.clock = clock;
    }

    @POST
    public CredentialsAnswer post(InputStream body, @Context HttpServletRequest http) {
        CliCaller caller = callers.of(http);
        CredentialsRequest request = CredentialsRequest.of(Json.read(body));
        request.role().ifPresent(role -> ErrorWriter.rememberRequestedRole(http, role));
        log(request.metadata());
        requireRole(request);
        checkForWhom(caller.caller(), request);
        TemporaryCredentials keys =
                vend.handle(
                        caller.caller(),
                        new VendRequest(
                                request.query(),
                                Optional.empty(),
                                request.noIpRestrictions(),
                                request.ipRanges()));
        CredentialsAnswer answer = CredentialsAnswer.of(keys);
        caller.token()
                .flatMap(sessions::renewed)
                .ifPresent(token -> RequestIdFilter.addCookie(http, cookie(token)));
        return answer;
    }

    /** An application names its role in full, and may bring its own address ranges. */
    private static void checkForWhom(Caller caller, CredentialsRequest request) {
        if (caller.application()) {
            RoleArn.parse(request.role().orElseThrow());
        } else if (!request.ipRanges().isEmpty()) {
            throw new Problem.Invalid("custom_ip_restrictions", "for applications only")
                    .asException();
        }
    }

    /** Roles of a person's own and of applications come from plug-ins that do not exist here. */
    private void requireRole(CredentialsRequest request) {
        if (request.userRole()) {
            String account = request.account().orElseThrow();
            boolean known = accounts.current().named(account).isPresent();
            throw (known
                            ? new Problem.NotFound("role", "")
                            : new Problem.NotFound("account", account))
                    .asException();
        }
        if (request.application().isPresent()) {
            throw new AnswerException(
                    new ErrorAnswer(
                            400,
                            "no_matching_roles",
                            "900",
                            "No matching roles for provided app name.",
                            "",
                            Optional.empty(),
                            Map.of()));
        }
    }

    private String cookie(IssuedToken issued) {
        return Cookies.line(
                CliSettings.COOKIE,
                issued.encoded(),
                Duration.between(clock.instant(), issued.token().expiresAt()),
                true,
                web.https(),
                "Lax");
    }

    private static void log(Map<String, String> metadata) {
        if (!metadata.isEmpty()) {
            LoggingEventBuilder entry = LOG.atInfo();
            for (Map.Entry<String, String> said : metadata.entrySet()) {
                entry = entry.addKeyValue(said.getKey(), Texts.bounded(said.getValue()));
            }
            entry.log("terminal says about itself");
        }
    }
}
