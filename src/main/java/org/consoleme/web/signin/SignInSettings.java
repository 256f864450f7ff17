package org.consoleme.web.signin;

import java.util.List;
import java.util.Optional;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Settings;

/**
 * How browsers sign in.
 *
 * @param byHeader {@code auth.get_user_by_header}, off
 * @param userHeader {@code auth.user_header_name}
 * @param groupsByHeader {@code auth.get_groups_by_header}, off
 * @param groupsHeader {@code auth.groups_header_name}, comma-separated
 * @param setCookie {@code auth.set_auth_cookie}, off
 * @param extraCookies {@code auth.extra_auth_cookies}, cleared at sign-out
 * @param afterSignOut {@code auth.logout_redirect_url}, {@code /}
 * @param pageTitle {@code LoginConfigurationHandler.page_title}
 * @param sensitiveHeaders {@code headers.sensitive_headers}, hidden beside those that always are
 */
public record SignInSettings(
        boolean byHeader,
        Optional<String> userHeader,
        boolean groupsByHeader,
        Optional<String> groupsHeader,
        boolean setCookie,
        List<String> extraCookies,
        String afterSignOut,
        String pageTitle,
        List<String> sensitiveHeaders)
        implements Settings {
    private static final String HOME = "/";

    public SignInSettings {
        extraCookies = List.copyOf(extraCookies);
        sensitiveHeaders = List.copyOf(sensitiveHeaders);
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid} with the key as field
     */
    public static SignInSettings from(Configuration configuration) {
        boolean byHeader = configuration.flag("auth.get_user_by_header", false);
        Optional<String> userHeader = name(configuration, "auth.user_header_name");
        if (byHeader && userHeader.isEmpty()) {
            throw new Problem.Invalid(
                            "auth.user_header_name",
                            "names the header that auth.get_user_by_header reads")
                    .asException();
        }
        return new SignInSettings(
                byHeader,
                userHeader,
                configuration.flag("auth.get_groups_by_header", false),
                name(configuration, "auth.groups_header_name"),
                configuration.flag("auth.set_auth_cookie", false),
                configuration.list("auth.extra_auth_cookies"),
                configuration.text("auth.logout_redirect_url", HOME),
                configuration.text(
                        "LoginConfigurationHandler.page_title",
                        "Welcome to ConsoleMe - Please Sign-In"),
                configuration.list("headers.sensitive_headers"));
    }

    /**
     * Whether a person is signed out after {@code /api/v2/logout}. Where a header names people the
     * next request is theirs again, unless they are sent to where the proxy ends its own session.
     */
    public boolean signOutHasEffect() {
        return setCookie && (!byHeader || !afterSignOut.equals(HOME));
    }

    private static Optional<String> name(Configuration configuration, String key) {
        return configuration.text(key).filter(name -> !name.isBlank());
    }
}
