package org.consoleme.web.console;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.credentials.CredentialSettings;
import org.consoleme.identity.Caller;
import org.consoleme.operations.Administrators;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.GroupName;
import org.consoleme.web.signin.SignInSettings;
import org.consoleme.web.signin.WebCallers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is signed in, and what the pages may offer. */
@Path("/api/v3/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    @Inject WebCallers callers;
    @Inject Administrators administrators;
    @Inject Configuration configuration;
    @Inject CredentialSettings credentials;
    @Inject SignInSettings signIn;

    /**
     * The person and the frame of the pages.
     *
     * @param signIn what the sign-in methods offer besides; members of their own
     */
    public record MeJson(
            String user,
            List<String> groups,
            boolean administrator,
            String url,
            LinksJson links,
            FeaturesJson features,
            RegionsJson regions,
            @JsonAnyGetter @Schema(hidden = true) Map<String, Object> signIn) {}

    /**
     * Pages of this installation.
     *
     * @param support a chat, or else a mail address
     */
    public record LinksJson(Optional<String> documentation, Optional<String> support) {
        static LinksJson from(Configuration configuration) {
            return new LinksJson(
                    configuration.text("documentation_page"),
                    configuration
                            .text("support_chat_url")
                            .or(
                                    () ->
                                            configuration
                                                    .text("support_contact")
                                                    .filter(contact -> contact.contains("@"))
                                                    .map("mailto:"::concat)));
        }
    }

    /**
     * What is switched on.
     *
     * @param signOut who signs out here is signed out; elsewhere one signs out where one signs in
     */
    public record FeaturesJson(boolean challenge, boolean slack, boolean signOut) {
        static FeaturesJson from(Configuration configuration, SignInSettings signIn) {
            return new FeaturesJson(
                    configuration.flag("challenge_url.enabled", false),
                    configuration.text("slack.bot_token").isPresent(),
                    signIn.signOutHasEffect());
        }
    }

    /** The region that the pages start with. */
    public record RegionsJson(@JsonProperty("default") String usual) {}

    @GET
    @Operation(summary = "Who is signed in, and what the pages may offer")
    public MeJson me(@Context HttpServletRequest request) {
        Caller caller = callers.require(request);
        return new MeJson(
                caller.user().value(),
                caller.groups().stream().map(GroupName::value).sorted().toList(),
                administrators.isAdministrator(caller),
                configuration.text("url", ""),
                LinksJson.from(configuration),
                FeaturesJson.from(configuration, signIn),
                new RegionsJson(credentials.region()),
                callers.invitation());
    }
}
