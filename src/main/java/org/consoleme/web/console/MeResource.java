package org.consoleme.web.console;

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
import org.consoleme.web.signin.WebCallers;

/** Who is signed in, and what the pages may offer. */
@Path("/api/v3/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    @Inject WebCallers callers;
    @Inject Administrators administrators;
    @Inject Configuration configuration;
    @Inject CredentialSettings credentials;

    /** The person and the frame of the pages. */
    public record MeJson(
            String user,
            List<String> groups,
            boolean administrator,
            String url,
            Map<String, String> links,
            Map<String, Boolean> features,
            Map<String, String> regions) {}

    @GET
    public MeJson me(@Context HttpServletRequest request) {
        Caller caller = callers.require(request);
        Optional<String> documentation = configuration.text("documentation_page");
        return new MeJson(
                caller.user().value(),
                caller.groups().stream().map(GroupName::value).sorted().toList(),
                administrators.isAdministrator(caller),
                configuration.text("url", ""),
                documentation.map(page -> Map.of("documentation", page)).orElse(Map.of()),
                Map.of(
                        "challenge", configuration.flag("challenge_url.enabled", false),
                        "slack", configuration.text("slack.bot_token").isPresent()),
                Map.of("default", credentials.region()));
    }
}
