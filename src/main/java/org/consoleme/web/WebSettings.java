package org.consoleme.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Settings;

/**
 * What all parts of the HTTP door share.
 *
 * @param url {@code url}: our public address without a slash at its end; links are made of it,
 *     never of what a client says
 * @param sessionCookie {@code auth_cookie_name}
 * @param secureCookies {@code auth.cookie.secure}; by the scheme of {@code url}
 * @param httpOnlyCookies {@code auth.cookie.httponly}, on: no script reads the session
 * @param sameSite {@code auth.cookie.samesite}: {@code Lax} unless {@code strict}
 * @param trustedProxies {@code auth.trusted_proxies}, none: whose headers count
 * @param addressHeader {@code auth.remote_ip.trusted_remote_ip_header}
 * @param xsrf {@code tornado.xsrf}
 * @param xsrfCookie the cookie whose value must be repeated
 * @param maxBody {@code web.max_body_bytes}, 1 MiB
 */
public record WebSettings(
        Optional<String> url,
        String sessionCookie,
        boolean secureCookies,
        boolean httpOnlyCookies,
        String sameSite,
        List<Cidr> trustedProxies,
        Optional<String> addressHeader,
        boolean xsrf,
        XsrfCookie xsrfCookie,
        int maxBody)
        implements Settings {
    private static final int DEFAULT_MAX_BODY = 1 << 20;
    private static final String TOKEN = "!#$%&'*+-.^_`|~";

    public WebSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid} with the key as field
     */
    public static WebSettings from(Configuration configuration) {
        Optional<String> url = configuration.text("url").map(WebSettings::withoutSlash);
        boolean secure =
                configuration.flag(
                        "auth.cookie.secure", url.filter(u -> u.startsWith("https:")).isPresent());
        return new WebSettings(
                url,
                cookieName(configuration, "auth_cookie_name", "consoleme_auth"),
                secure,
                configuration.flag("auth.cookie.httponly", true),
                configuration
                                .text("auth.cookie.samesite", "lax")
                                .toLowerCase(Locale.ROOT)
                                .equals("strict")
                        ? "Strict"
                        : "Lax",
                configuration.list("auth.trusted_proxies").stream()
                        .map(text -> Cidr.parse("auth.trusted_proxies", text))
                        .toList(),
                configuration
                        .text("auth.remote_ip.trusted_remote_ip_header")
                        .filter(name -> !name.isBlank()),
                configuration.flag("tornado.xsrf", true),
                XsrfCookie.from(configuration, secure),
                configuration.integer("web.max_body_bytes", DEFAULT_MAX_BODY));
    }

    public boolean https() {
        return url.filter(u -> u.startsWith("https:")).isPresent();
    }

    private static String withoutSlash(String url) {
        String base = url.strip();
        while (base.endsWith("/")) {
            base = base.substring(0, base.length() - 1);
        }
        if (!base.startsWith("http://") && !base.startsWith("https://")) {
            throw new Problem.Invalid("url", "begins with http:// or https://").asException();
        }
        return base;
    }

    /** Shared with the CLI's settings: only what may stand in a cookie's name. */
    public static String cookieName(Configuration configuration, String key, String otherwise) {
        String name = configuration.text(key, otherwise);
        boolean legal =
                !name.isEmpty()
                        && name.chars()
                                .allMatch(
                                        c ->
                                                c < 128
                                                        && (Character.isLetterOrDigit(c)
                                                                || TOKEN.indexOf(c) >= 0));
        if (!legal) {
            throw new Problem.Invalid(key, "no name for a cookie").asException();
        }
        return name;
    }
}
