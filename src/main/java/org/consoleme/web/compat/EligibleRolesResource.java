package org.consoleme.web.compat;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.consoleme.access.ListEligibleRoles;
import org.consoleme.access.Surface;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.Accounts;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.web.signin.WebCallers;

/** The caller's roles as ConsoleMe's pages ask for them: a table, or plain ARNs. Sorted (K-10). */
@Single
@Path("/api/v2")
@Produces(MediaType.APPLICATION_JSON)
public class EligibleRolesResource {
    private final WebCallers callers;
    private final ListEligibleRoles list;
    private final Accounts accounts;

    @Inject
    public EligibleRolesResource(WebCallers callers, ListEligibleRoles list, Accounts accounts) {
        this.callers = callers;
        this.list = list;
        this.accounts = accounts;
    }

    /** A whole table; nothing is cut off, so both counts are its size. */
    record Table(int totalCount, int filteredCount, List<Row> data) {}

    /**
     * One role of the table.
     *
     * @param name a Markdown link to the role's page
     */
    record Row(
            String arn,
            @JsonProperty("account_name") String accountName,
            @JsonProperty("account_id") String accountId,
            @JsonProperty("role_name") String name,
            @JsonProperty("redirect_uri") String redirectUri) {}

    /** ARNs alone. */
    record Plain(@JsonProperty("eligible_roles") List<String> eligibleRoles) {}

    /** The body is not looked at: the table is always whole. */
    @POST
    @Path("/eligible_roles")
    @Consumes(MediaType.APPLICATION_JSON)
    public Table table(@Context HttpServletRequest request) {
        List<Row> rows =
                roles(request).stream()
                        .map(this::row)
                        .sorted(Comparator.comparing(Row::accountName).thenComparing(Row::arn))
                        .toList();
        return new Table(rows.size(), rows.size(), rows);
    }

    @GET
    @Path("/roles")
    public Plain plain(@Context HttpServletRequest request) {
        return new Plain(roles(request).stream().map(RoleArn::toString).toList());
    }

    @GET
    @Path("/eligible_roles_page_config")
    public PageConfig page(@Context HttpServletRequest request) {
        callers.require(request);
        return PageConfig.ELIGIBLE_ROLES;
    }

    private List<RoleArn> roles(HttpServletRequest request) {
        return list.handle(callers.require(request), Surface.CONSOLE).roles().stream()
                .map(role -> role.role())
                .sorted()
                .toList();
    }

    private Row row(RoleArn arn) {
        String account = arn.account().value();
        return new Row(
                arn.toString(),
                accounts.current().find(arn.account()).map(Account::name).orElse("Unknown"),
                account,
                "[%s](/policies/edit/%s/iamrole/%s)".formatted(arn.name(), account, arn.name()),
                "/role/" + arn);
    }
}
