package org.consoleme.web.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.consoleme.shared.Single;

/** What ConsoleMe's sign-in page shows; password sign-in does not exist here. */
@Single
@Path("/api/v2/login_configuration")
@Produces(MediaType.APPLICATION_JSON)
public class LoginConfigurationResource {
    private final SignInSettings settings;

    @Inject
    public LoginConfigurationResource(SignInSettings settings) {
        this.settings = settings;
    }

    @GET
    public LoginPage get() {
        return new LoginPage(false, settings.pageTitle(), false, true, false, "");
    }

    record LoginPage(
            boolean enabled,
            @JsonProperty("page_title") String pageTitle,
            @JsonProperty("allow_password_login") boolean password,
            @JsonProperty("allow_sso_login") boolean sso,
            @JsonProperty("allow_sign_up") boolean signUp,
            @JsonProperty("custom_message") String message) {}
}
