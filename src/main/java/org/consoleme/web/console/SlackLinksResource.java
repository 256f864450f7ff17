package org.consoleme.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.identity.DecideSlackLink;
import org.consoleme.identity.LookAtSlackLink;
import org.consoleme.identity.SlackLinkOffer;
import org.consoleme.shared.Problem;
import org.consoleme.web.signin.WebCallers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The page on which a person confirms that a Slack user is theirs. */
@Path("/api/v3/slack-links/{ticket}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SlackLinksResource {
    @Inject WebCallers callers;
    @Inject LookAtSlackLink look;
    @Inject DecideSlackLink decide;

    /**
     * @param state one of open, used, linked, refused
     */
    public record LinkJson(
            String slackName,
            String workspaceName,
            Optional<String> picture,
            String user,
            @Schema(enumeration = {"open", "used", "linked", "refused"}) String state) {
        static LinkJson of(SlackLinkOffer offer, Caller caller) {
            return new LinkJson(
                    offer.profile().name(),
                    offer.profile().workspace(),
                    offer.profile().picture(),
                    caller.user().value(),
                    offer.state().name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * @param link true to link, false for "not me"
     */
    public record LinkAnswer(@Schema(required = true) Optional<Boolean> link) {}

    @GET
    @Operation(summary = "The Slack user that would act as the one who asks")
    public LinkJson look(@Context HttpServletRequest request, @PathParam("ticket") String ticket) {
        Caller caller = callers.require(request);
        return LinkJson.of(look.handle(caller, ticket), caller);
    }

    @POST
    @Operation(summary = "Links that Slack user, or throws the link away")
    public LinkJson decide(
            @Context HttpServletRequest request,
            @PathParam("ticket") String ticket,
            LinkAnswer body) {
        Caller caller = callers.require(request);
        boolean link =
                Optional.ofNullable(body)
                        .flatMap(LinkAnswer::link)
                        .orElseThrow(
                                () -> new Problem.Invalid("link", "true or false").asException());
        return LinkJson.of(decide.handle(caller, ticket, link), caller);
    }
}
