package org.consoleme.web.weep;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.consoleme.access.EligibleRole;
import org.consoleme.access.ListEligibleRoles;
import org.consoleme.access.Surface;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.Accounts;
import org.consoleme.shared.Single;

/**
 * {@code get_roles}, both versions: the caller's roles by ARN. Exactly one {@code all=true}
 * includes those for the CLI alone.
 */
@Single
@Path("/api/{version: v1|v2}/get_roles")
@Produces(MediaType.APPLICATION_JSON)
public class GetRolesResource {
    private final CliCallers callers;
    private final ListEligibleRoles list;
    private final Accounts accounts;

    @Inject
    public GetRolesResource(CliCallers callers, ListEligibleRoles list, Accounts accounts) {
        this.callers = callers;
        this.list = list;
        this.accounts = accounts;
    }

    @GET
    public Object get(
            @PathParam("version") String version,
            @QueryParam("all") List<String> all,
            @Context HttpServletRequest request) {
        Surface surface = all.equals(List.of("true")) ? Surface.CLI : Surface.CONSOLE;
        List<EligibleRole> roles =
                list.handle(callers.of(request).person(), surface).roles().stream()
                        .sorted()
                        .toList();
        if (version.equals("v1")) {
            return roles.stream().map(role -> role.role().toString()).toList();
        }
        AccountList known = accounts.current();
        return WebResponse.of(
                new RolesJson(roles.stream().map(role -> json(role, known)).toList()));
    }

    private static RolesJson.Role json(EligibleRole role, AccountList known) {
        return new RolesJson.Role(
                role.role().toString(),
                role.role().account().value(),
                known.find(role.role().account()).map(Account::name).orElse("Unknown"),
                role.role().pathAndName(),
                new RolesJson.Apps(List.of()));
    }
}
