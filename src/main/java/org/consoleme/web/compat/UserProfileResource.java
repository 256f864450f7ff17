package org.consoleme.web.compat;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;
import org.consoleme.accounts.Accounts;
import org.consoleme.identity.Authorities;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;
import org.consoleme.web.signin.WebCallers;

/** {@code GET /api/v2/user_profile}: who is signed in and what they may do. */
@Single
@Path("/api/v2/user_profile")
@Produces(MediaType.APPLICATION_JSON)
public class UserProfileResource {
    private final WebCallers callers;
    private final Authorities authorities;
    private final Accounts accounts;
    private final Configuration configuration;

    @Inject
    public UserProfileResource(
            WebCallers callers,
            Authorities authorities,
            Accounts accounts,
            Configuration configuration) {
        this.callers = callers;
        this.authorities = authorities;
        this.accounts = accounts;
        this.configuration = configuration;
    }

    @GET
    public UserProfileJson get(@Context HttpServletRequest request) {
        Caller caller = callers.require(request);
        Map<String, String> names = new TreeMap<>();
        accounts.current().activeNames().forEach((id, name) -> names.put(id.value(), name));
        return new UserProfileJson(
                UserProfileJson.Site.of(configuration),
                caller.user().value(),
                // ConsoleMe's rule: whether /api/v2/logout answers, not whether one is out then
                configuration.flag("auth.set_auth_cookie", false),
                false,
                null,
                null,
                new UserProfileJson.Authorization(
                        authorities.canAdminPolicies(caller.user(), caller.groups()),
                        authorities.canCreateRoles(caller.user(), caller.groups()),
                        authorities.canDeletePrincipals(caller.user(), caller.groups())),
                UserProfileJson.PAGES,
                names);
    }
}
