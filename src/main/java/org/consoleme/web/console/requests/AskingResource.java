package org.consoleme.web.console.requests;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.ApprovalRule;
import org.consoleme.access.AskedFor;
import org.consoleme.access.SearchRequestable;
import org.consoleme.accounts.Accounts;
import org.consoleme.identity.Caller;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.UsualTime;
import org.consoleme.requests.WhatGoverns;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.web.QueryValues;
import org.consoleme.web.signin.WebCallers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one can know before one asks: for which roles one may, who decides, for how long. */
@Path("/api/v3")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AskingResource {
    private static final int MOST = 200;
    private static final int LIMIT = 50;

    @Inject WebCallers callers;
    @Inject SearchRequestable search;
    @Inject WhatGoverns rules;
    @Inject UsualTime usual;
    @Inject Accounts accounts;

    /**
     * Roles.
     *
     * @param complete false if there may be more
     */
    public record AskableRolesJson(List<RoleNameJson> roles, boolean complete) {}

    /**
     * What is going to be asked for.
     *
     * @param document of a policy, because a riskier one may be for others to decide
     */
    public record AskedJson(
            @Schema(required = true) String role,
            @Schema(
                            required = true,
                            enumeration = {"role", "inline_policy"})
                    String kind,
            Optional<String> document) {}

    /**
     * Who decides, and within what bounds.
     *
     * @param rule null if it cannot be asked for
     * @param needed how many different people
     * @param approvers users and groups, by name
     * @param maxMinutes the longest time that a role can be asked for; null if it cannot be
     * @param expiresMinutes how long it waits for a decision
     * @param usualMinutes how long a decision usually takes; null where too few are known
     * @param closed why it cannot be asked for, or nobody could approve it
     */
    public record RulingJson(
            Optional<String> rule,
            int needed,
            List<String> approvers,
            boolean autoApprove,
            Optional<Long> maxMinutes,
            long expiresMinutes,
            Optional<Long> usualMinutes,
            Optional<String> closed) {}

    @GET
    @Path("/askable-roles")
    @Operation(summary = "Roles that the one who asks can ask for, by words of their names")
    public AskableRolesJson roles(
            @Context HttpServletRequest http,
            @QueryParam("kind") @DefaultValue("role") String kind,
            @QueryParam("q") @DefaultValue("") String words,
            @Schema(type = SchemaType.INTEGER, format = "int32", defaultValue = "50")
                    @QueryParam("limit")
                    String limit) {
        int most = QueryValues.number("limit", limit, LIMIT);
        if (most < 1 || most > MOST) {
            throw Wishes.invalid("limit", "1 to " + MOST);
        }
        SearchRequestable.Found found =
                search.handle(callers.require(http), kind(kind), words, Optional.empty(), most);
        return new AskableRolesJson(
                found.roles().stream()
                        .map(IndexedRole::arn)
                        .map(role -> RoleNameJson.of(role, accounts.current()))
                        .toList(),
                found.complete());
    }

    @POST
    @Path("/rules")
    @Operation(summary = "Who would decide if this were asked for, and within what bounds")
    public RulingJson ruling(@Context HttpServletRequest http, AskedJson body) {
        Caller caller = callers.require(http);
        try {
            return drawn(
                    rules.handle(
                            caller,
                            kind(Wishes.required(Wishes.required(body, "body").kind(), "kind")),
                            Wishes.role(body.role()),
                            body.document().flatMap(PolicyDocument::tryParse)));
        } catch (ProblemException e) {
            return closed(e);
        }
    }

    private RulingJson drawn(WhatGoverns.Governing governing) {
        ApprovalRule rule = governing.rule();
        return new RulingJson(
                Optional.of(rule.name()),
                rule.needed(),
                governing.approvers(),
                rule.autoApprove(),
                Optional.of(rule.maxDuration().toMinutes()),
                rule.expiresAfter().toMinutes(),
                usual.of(rule.name()).map(Words::minutes),
                governing.nobody());
    }

    static RulingJson closed(ProblemException e) {
        String sentence =
                switch (e.problem()) {
                    case Problem.Forbidden it -> it.reason();
                    case Problem.NotFound _ ->
                            "There is no such role, or none that you can ask for.";
                    default -> throw e;
                };
        return new RulingJson(
                Optional.empty(),
                0,
                List.of(),
                false,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.of(sentence));
    }

    private static AskedFor.Kind kind(String word) {
        return Arrays.stream(AskedFor.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Wishes.invalid("kind", "role or inline_policy is wanted"));
    }
}
