package org.consoleme.web.console.requests;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.CheckedRules;
import org.consoleme.operations.CheckApprovalRules;
import org.consoleme.web.signin.WebCallers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Looks over approval rules before they are saved. */
@Path("/api/v3/rules/check")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({RuleCheckResource.YAML, MediaType.APPLICATION_JSON})
public class RuleCheckResource {
    /** RFC 9512. */
    static final String YAML = "application/yaml";

    private static final byte[] EMPTY = {};

    @Inject WebCallers callers;
    @Inject CheckApprovalRules check;

    /**
     * What there is to say.
     *
     * @param rules how many there are
     * @param mistakes none: they can be saved
     */
    public record CheckedRulesJson(int rules, List<RuleMistakeJson> mistakes) {}

    /**
     * A mistake.
     *
     * @param place of the rule, from 1; 0 if they are no list
     * @param rule its name; null if it has none
     */
    public record RuleMistakeJson(int place, Optional<String> rule, String field, String reason) {}

    @POST
    @Operation(
            summary =
                    "Looks over the approval rules of a dynamic configuration, for administrators")
    public CheckedRulesJson look(
            @Context HttpServletRequest request,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = YAML,
                                        schema = @Schema(type = SchemaType.STRING)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(type = SchemaType.OBJECT))
                            })
                    byte[] text) {
        return drawn(
                check.handle(callers.require(request), Optional.ofNullable(text).orElse(EMPTY)));
    }

    private static CheckedRulesJson drawn(CheckedRules checked) {
        return new CheckedRulesJson(
                checked.rules(),
                checked.mistakes().stream()
                        .map(
                                mistake ->
                                        new RuleMistakeJson(
                                                mistake.place(),
                                                mistake.rule(),
                                                mistake.field(),
                                                mistake.reason()))
                        .toList());
    }
}
