package org.consoleme.web.console.requests;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consoleme.identity.Caller;
import org.consoleme.policies.ActionCatalogue;
import org.consoleme.policies.DocumentCheck;
import org.consoleme.policies.InlinePolicySize;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.CheckDraft;
import org.consoleme.requests.ReadRolePolicies;
import org.consoleme.requests.RecentRolePolicies;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.web.QueryValues;
import org.consoleme.web.signin.WebCallers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Helps while somebody writes a policy. */
@Path("/api/v3/policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PoliciesResource {
    private static final int MOST = 100;
    private static final int LIMIT = 20;
    private static final int LONGEST = 128;

    @Inject WebCallers callers;
    @Inject CheckDraft check;
    @Inject ReadRolePolicies read;

    /**
     * A policy as it stands in the editor.
     *
     * @param policyName null for a new one that gets its name later
     */
    public record WrittenJson(
            @Schema(required = true) String role,
            Optional<String> policyName,
            @Schema(required = true) String document) {}

    /**
     * What is to be said of it.
     *
     * @param difference null where the text is no document, or AWS does not say what is there now
     * @param size likewise
     * @param before what AWS has under that name now
     * @param notLookedAt what no finding speaks of
     */
    public record PolicyCheckJson(
            List<FindingJson> findings,
            @Schema(enumeration = {"low", "medium", "high"}) String risk,
            Optional<DifferenceJson> difference,
            Optional<SizeJson> size,
            Optional<String> before,
            String notLookedAt) {}

    /** Characters as AWS counts them. */
    public record SizeJson(int document, int others, int limit) {
        static SizeJson of(InlinePolicySize size) {
            return new SizeJson(size.document(), size.others(), size.limit());
        }
    }

    /** The names of a role's inline policies, in their order. */
    public record InlinePoliciesJson(String role, List<String> names) {}

    /**
     * An inline policy as AWS has it.
     *
     * @param document its text, to the character
     */
    public record InlinePolicyJson(String name, String document) {}

    /** What may follow. */
    public record CompletionsJson(List<String> completions) {}

    @POST
    @Path("/check")
    @Operation(summary = "Looks over a policy as one writes it; what is no document is a finding")
    public PolicyCheckJson check(@Context HttpServletRequest http, WrittenJson body) {
        Caller caller = callers.require(http);
        String text = Wishes.required(Wishes.required(body, "body").document(), "document");
        PolicyDocument document;
        try {
            document = PolicyDocument.parse(text);
        } catch (ProblemException e) {
            return noDocument(e, text);
        }
        return drawn(
                check.handle(
                        caller,
                        Wishes.role(body.role()),
                        body.policyName().filter(name -> !name.isEmpty()),
                        document),
                text);
    }

    private static PolicyCheckJson drawn(CheckDraft.Checked checked, String text) {
        return new PolicyCheckJson(
                FindingJson.of(checked.findings(), text),
                Words.of(checked.risk()),
                checked.difference().map(DifferenceJson::of),
                checked.size().map(SizeJson::of),
                checked.before().map(PolicyDocument::text),
                DocumentCheck.NOT_LOOKED_AT);
    }

    private static PolicyCheckJson noDocument(ProblemException e, String text) {
        FindingJson finding =
                switch (e.problem()) {
                    case Problem.Invalid fault -> FindingJson.malformed(fault, text);
                    case Problem.TooLarge fault -> FindingJson.tooLarge(fault);
                    default -> throw e;
                };
        return new PolicyCheckJson(
                List.of(finding),
                "low",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DocumentCheck.NOT_LOOKED_AT);
    }

    @GET
    @Path("/inline")
    @Operation(summary = "Which inline policies a role has, as AWS said seconds ago")
    public InlinePoliciesJson inline(
            @Context HttpServletRequest http, @QueryParam("role") @DefaultValue("") String role) {
        return new InlinePoliciesJson(
                role, policies(http, role).map(RecentRolePolicies.Policy::name).toList());
    }

    @GET
    @Path("/inline/{name}")
    @Operation(summary = "The text of one inline policy of a role, as AWS said seconds ago")
    public InlinePolicyJson inline(
            @Context HttpServletRequest http,
            @PathParam("name") String name,
            @QueryParam("role") @DefaultValue("") String role) {
        return policies(http, role)
                .filter(policy -> policy.name().equals(name))
                .map(policy -> new InlinePolicyJson(policy.name(), policy.text()))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("policy", "").asException());
    }

    private Stream<RecentRolePolicies.Policy> policies(HttpServletRequest http, String role) {
        return read.handle(callers.require(http), Wishes.role(role)).stream();
    }

    @GET
    @Path("/actions")
    @Operation(summary = "What may follow as one types an action")
    public CompletionsJson complete(
            @Context HttpServletRequest http,
            @QueryParam("typed") @DefaultValue("") String typed,
            @Schema(type = SchemaType.INTEGER, format = "int32", defaultValue = "20")
                    @QueryParam("limit")
                    String limit) {
        callers.require(http);
        int most = QueryValues.number("limit", limit, LIMIT);
        if (most < 1 || most > MOST) {
            throw Wishes.invalid("limit", "1 to " + MOST);
        }
        return new CompletionsJson(
                typed.length() > LONGEST
                        ? List.of()
                        : ActionCatalogue.shipped().complete(typed, most));
    }
}
