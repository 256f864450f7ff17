package org.consoleme.web.weep;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.ListEligibleRoles;
import org.consoleme.access.Surface;
import org.consoleme.accounts.Accounts;
import org.consoleme.identity.Caller;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.web.errors.AnswerException;
import org.consoleme.web.errors.ErrorAnswer;

/**
 * {@code GET /api/v2/get_resource_url}: the path of the page that shows an ARN. Knows the caller's
 * own roles; everything else is, like a role of somebody else's, not found.
 */
@Single
@Path("/api/v2/get_resource_url")
@Produces(MediaType.APPLICATION_JSON)
public class ResourceUrlResource {
    private static final int ARN_PARTS = 6;

    private final CliCallers callers;
    private final ListEligibleRoles list;
    private final Accounts accounts;

    @Inject
    public ResourceUrlResource(CliCallers callers, ListEligibleRoles list, Accounts accounts) {
        this.callers = callers;
        this.list = list;
        this.accounts = accounts;
    }

    @GET
    public WebResponse<Map<String, String>> get(
            @QueryParam("arn") List<String> arns, @Context HttpServletRequest request) {
        Caller caller = callers.of(request).person();
        if (arns.isEmpty() || arns.getFirst().isBlank()) {
            throw notFound("missing_data", "arn is a required parameter");
        }
        if (arns.size() > 1 || !isArn(arns.getFirst())) {
            throw notFound("malformed_data", "That is not one ARN.");
        }
        String url =
                RoleArn.tryParse(arns.getFirst())
                        .map(role -> page(caller, role))
                        .orElseGet(() -> new ResourceLinks(accounts.current()).of(arns.getFirst()))
                        .orElseThrow(
                                () ->
                                        notFound(
                                                "invalid_data",
                                                "Resource not found in organization cache"));
        return WebResponse.of("Successfully generated URL for ARN", Map.of("url", url));
    }

    private Optional<String> page(Caller caller, RoleArn role) {
        return mayBeSeen(caller, role)
                ? Optional.of("/policies/edit/" + role.account() + "/iamrole/" + role.name())
                : Optional.empty();
    }

    private boolean mayBeSeen(Caller caller, RoleArn arn) {
        return list.handle(caller, Surface.CLI).roles().stream()
                .anyMatch(role -> role.role().equals(arn));
    }

    private static boolean isArn(String text) {
        String[] parts = text.split(":", ARN_PARTS);
        return parts.length == ARN_PARTS
                && parts[0].equals("arn")
                && !parts[1].isEmpty()
                && !parts[2].isEmpty()
                && !parts[ARN_PARTS - 1].isEmpty();
    }

    private static AnswerException notFound(String reason, String message) {
        return new AnswerException(
                new ErrorAnswer(404, reason, reason, message, "", Optional.empty(), Map.of()));
    }
}
