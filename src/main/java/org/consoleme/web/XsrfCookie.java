package org.consoleme.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;

/**
 * The cookie that a page reads and repeats in a header. {@code tornado.xsrf_cookie_kwargs} holds
 * what Tornado gives to {@code set_cookie}; {@code httponly} is not obeyed, because a page that
 * cannot read the cookie can change nothing.
 *
 * @param name {@code xsrf_cookie_name}
 * @param life {@code max_age} in seconds, else {@code expires_days}; 30 days
 * @param secure {@code secure}; as the session's cookie
 * @param sameSite as the attribute says: {@code Strict} unless {@code lax}
 */
public record XsrfCookie(String name, Duration life, boolean secure, String sameSite) {
    private static final String ATTRIBUTES = "tornado.xsrf_cookie_kwargs";
    private static final int DAYS = 30;
    private static final int MOST_DAYS = 400;

    /**
     * @param secure what holds unless the attributes say otherwise
     * @throws org.consoleme.shared.ProblemException {@code Invalid} with the key as field
     */
    static XsrfCookie from(Configuration configuration, boolean secure) {
        Map<String, Object> attributes = configuration.map(ATTRIBUTES);
        return new XsrfCookie(
                WebSettings.cookieName(configuration, "xsrf_cookie_name", "_xsrf"),
                life(attributes),
                attributes.get("secure") instanceof Boolean wanted ? wanted : secure,
                String.valueOf(attributes.get("samesite")).toLowerCase(Locale.ROOT).equals("lax")
                        ? "Lax"
                        : "Strict");
    }

    /** RFC 6265bis: browsers keep no cookie longer than 400 days. */
    private static Duration life(Map<String, Object> attributes) {
        Object seconds = attributes.get("max_age");
        Duration life =
                seconds instanceof Integer given
                        ? Duration.ofSeconds(given)
                        : Duration.ofDays(
                                attributes.get("expires_days") instanceof Integer days
                                        ? days
                                        : DAYS);
        if (!life.isPositive() || life.compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
            throw new Problem.Invalid(
                            ATTRIBUTES + (seconds == null ? ".expires_days" : ".max_age"),
                            "up to " + MOST_DAYS + " days")
                    .asException();
        }
        return life;
    }
}
