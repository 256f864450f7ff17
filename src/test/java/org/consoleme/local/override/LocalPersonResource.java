package org.consoleme.local.override;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.consoleme.shared.Problem;

/** Chooses who one is. */
@Path("/api/v3/local/person")
@Consumes(MediaType.APPLICATION_JSON)
public class LocalPersonResource {
    @Inject LocalDirectory directory;

    /** Whom to be. */
    public record ChoiceJson(String user) {}

    @POST
    public Response choose(ChoiceJson choice) {
        LocalPerson person =
                Optional.ofNullable(choice)
                        .flatMap(c -> directory.person(c.user()))
                        .orElseThrow(
                                () ->
                                        new Problem.Invalid(
                                                        "user",
                                                        "one of the people of the local stack")
                                                .asException());
        return Response.noContent()
                .header(
                        "Set-Cookie",
                        LocalSignIn.COOKIE
                                + "="
                                + person.user()
                                + "; Path=/; HttpOnly; SameSite=Lax")
                .build();
    }
}
